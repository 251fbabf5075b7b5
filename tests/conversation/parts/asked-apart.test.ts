import { beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '../../../src/domain/ask.ts'
import { openShippedSnapshot } from '../../answer/shipped-snapshot.ts'

describe('a turn that asks for two things', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = (await openShippedSnapshot()).ask
  }, 120_000)

  it.each([
    [
      'what are you, and who is the author of this article?',
      /^I’m Footnote.*\n\nThe author is gitmilk\.\[1\]$/,
    ],
    ['你是什么机器人？作者是谁', /^我是 Footnote.*\n\n作者是 gitmilk。\[1\]$/],
    ['作者是誰?另外你是誰', /^作者是 gitmilk。\[1\]\n\n我是 Footnote/],
    [
      'who wrote this and when was Lambda released?',
      /^The author is gitmilk\.\[1\]\n\n.*14 November 2014.*\[2\]/,
    ],
    ['你是機器人嗎 這篇誰寫的 總共幾節', /Footnote.*\n\n作者是 gitmilk。\[1\]\n\n.* 5 節.*\[2\]$/s],
    ['give me the title and the author', /^The title is .*\[1\]\n\nThe author is gitmilk\.\[2\]$/],
    ['总结第二节和第四节', /老古董.*\n\n.*CoreOS反水/s],
    ['Lambda哪年发布的?还有这篇文章是谁写的', /2014年11月14日.*\[1\]\n\n作者是 gitmilk。\[2\]$/s],
    [
      'how long is the article, who wrote it and what is its title?',
      /8,369 characters.*\[1\]\n\nThe author is gitmilk\.\[2\]\n\nThe title is .*\[3\]$/s,
    ],
  ])('has both answers to «%s»', async (question, says) => {
    const answer = await ask({ question })
    expect(answer.answer).toMatch(says)
    expect(answer.citations.map(({ marker }) => marker)).toEqual(answer.citations.map((_, at) => at + 1))
  })

  it('cites no more than it may', async () => {
    const question = 'who wrote this and when was Lambda released?'
    for (const maxCitations of [1, 2]) {
      const { citations } = await ask({ question, maxCitations })
      expect(citations.length).toBeLessThanOrEqual(maxCitations)
    }
  })

  it.each([
    ['so whats the gist, in two sentences?', 2],
    ['重點是什麼,用四句話說', 4],
  ])('has one answer to «%s»', async (question, count) => {
    expect((await ask({ question })).citations).toHaveLength(count)
  })

  it('takes the end of a question for no other one', async () => {
    const { answer } = await ask({ question: 'Windows上能跑docker吗,用什么' })
    expect(answer).not.toContain('Footnote')
  })

  it.each([
    ['When was Lambda released and who runs CloudStack now?', [/14 November 2014/, /Accelerite/]],
    ['CloudStack是哪年成立的？Docker又是哪年誕生的？', [/2008年/, /2013/]],
    ['Who started Mesos? And who bought Firebase?', [/Berkeley|Hindman/, /Google/]],
    ['CloudStack是哪年成立的？還有Docker是哪年誕生的？', [/2008年/, /2013/]],
    ['Firebase被谁收购的?另外NASA最开始用的是什么', [/谷歌/, /Eucalyptus/]],
  ])('answers each of the two questions in «%s»', async (question, says) => {
    const { answer } = await ask({ question })
    for (const words of says) expect(answer).toMatch(words)
  })

  it('answers the one of two questions that it can', async () => {
    const answer = await ask({
      question: 'When was Lambda released and who invented the telephone in Boston?',
    })
    expect(answer.answer).toMatch(/14 November 2014/)
  })
})
