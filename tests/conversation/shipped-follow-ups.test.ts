import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import type { Ask } from '../../src/domain/ask.ts'
import type { Turn } from '../../src/domain/question.ts'
import { openShippedSnapshot } from '../answer/shipped-snapshot.ts'

describe('what people say behind an answer about the shipped article', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = (await openShippedSnapshot()).ask
  }, 120_000)

  /** Says turns one after the other, and returns all answers. */
  async function hold(...turns: readonly string[]): Promise<readonly Answer[]> {
    const history: Turn[] = []
    const answers: Answer[] = []
    for (const question of turns) {
      const answer = await ask({ question, history })
      answers.push(answer)
      history.push({ role: 'user', content: question }, { role: 'assistant', content: answer.answer })
    }
    return answers
  }

  it.each([
    ['what is Kubernetes', 'tell me more'],
    ['Mesos是什麼', '還有嗎'],
    ['Lambda有什么好处', '然后呢?'],
  ])('goes on behind «%s» with other words at each «%s», until it says that this is all', async (asked, more) => {
    const answers = await hold(asked, ...Array.from({ length: 24 }, () => more))
    const end = answers.findIndex(({ act }) => act === 'no-more')
    expect(end).toBeGreaterThan(1)
    const quotes = answers
      .slice(0, end)
      .flatMap(({ citations }) => citations.map(({ id, start, end }) => `${id} ${start} ${end}`))
    expect(new Set(quotes).size).toBe(quotes.length)
    for (const { act } of answers.slice(end)) expect(act).toBe('no-more')
  })

  it('has no more to say of what was looked up', async () => {
    expect((await hold('who wrote this?', 'tell me more')).at(-1)).toMatchObject({ act: 'no-more' })
  })

  it.each([
    ['when did aws release lambda', 'source?'],
    ['Docker哪一年誕生', '來源是哪裡'],
    ['CloudStack卖给谁了', '出处呢,哪一段说的'],
    ['what is CNCF', 'whats the source'],
  ])('shows behind «%s» for «%s» where that stands', async (asked, source) => {
    const [first, second] = await hold(asked, source)
    expect(second?.citations[0]?.id).toBe(first?.citations[0]?.id)
  })

  it.each([
    ['谁写的', '多长?'],
    ["who's the author?", 'and how long'],
    ['這篇叫什麼名字', '那多長'],
  ])('takes behind «%s» for «%s» the length of the article', async (asked, length) => {
    expect((await hold(asked, length)).at(-1)).toMatchObject({ confidence: 1, citations: [{ paragraph: 0 }] })
  })

  it.each([
    ['Docker融資多少', 'Podman是什麼'],
    ['what is Borg', 'how does flibberwock work'],
  ])('borrows nothing from «%s» for «%s», of which the article has no word', async (asked, unknown) => {
    expect((await hold(asked, unknown)).at(-1)?.kind).toBe('declined')
  })

  it.each([
    ['when was docker started', 'no i meant openstack', /2010/],
    ['Docker哪一年誕生', '不是啦 我是指 Lambda', /2014年11月14日/],
    ['when was docker started', 'oh I meant openstack, not docker', /2010/],
    ['when was docker started', 'no, not docker, openstack', /2010/],
    ['Docker哪一年誕生', '我不是問 Docker,是問 Lambda', /2014年11月14日/],
  ])('asks what «%s» asked of what «%s» names', async (asked, correction, says) => {
    const answer = (await hold(asked, correction)).at(-1)
    expect(`${answer?.answer} ${answer?.citations.map(({ quote }) => quote)}`).toMatch(says)
  })

  it.each([
    ['what is part 2 about', 'and the next one?', /^3/],
    ['第三節講什麼', '那上一節呢', /^2/],
  ])('counts from the section of «%s» for «%s»', async (asked, next, section) => {
    for (const citation of (await hold(asked, next)).at(-1)?.citations ?? [])
      expect(citation.section).toMatch(section)
  })

  it.each([
    ['when did OpenStack appear', 'cool, and who bought Firebase?', /Google|谷歌/],
    ['OpenStack哪年出現', '謝啦,那 Firebase 被誰收購了', /谷歌/],
  ])('takes nothing from «%s» for «%s», which says all that it asks', async (asked, next, says) => {
    const answer = (await hold(asked, next)).at(-1)
    expect(answer?.citations[0]?.quote).toMatch(says)
  })

  it.each([
    ['Lambda 按什麼收費', '什麼時候發布的?', /2014年11月14日/],
    ['Kubernetes是谁的', '哪年发布的', /2014年6月/],
  ])('asks of what «%s» names when it was published: «%s»', async (asked, when, says) => {
    expect(
      (await hold(asked, when))
        .at(-1)
        ?.citations.map(({ quote }) => quote)
        .join(),
    ).toMatch(says)
  })

  it('says what else there is', async () => {
    const [first, second] = await hold('What products did Docker launch?', 'and what else?')
    expect(second?.citations[0]).not.toEqual(first?.citations[0])
  })

  it.each([
    ['When was Docker born?', 'my mistake, I meant to say Lambda', /14 November 2014/],
    ['Docker 是哪年誕生的', '打錯,我想問的是 Lambda', /2014年11月14日/],
  ])('asks what «%s» asked of what was meant: «%s»', async (asked, correction, says) => {
    expect((await hold(asked, correction)).at(-1)?.answer).toMatch(says)
  })

  it.each([
    ['When was Docker born?', '說中文可以嗎', 'answer'],
    ['When was Docker born?', '最后一节的核心论点是啥', 'answer'],
    ['When was Docker born?', '用一句话讲明白这篇文章', 'answer'],
  ])('takes behind «%s» «%s» for no small talk', async (asked, next, kind) => {
    expect((await hold(asked, next)).at(-1)?.kind).toBe(kind)
  })

  it('answers more briefly for somebody who wants that', async () => {
    for (const asked of ['Why did CoreOS turn on Docker?', 'Kubernetes 是什麼', '为什么收购Unikernels']) {
      const [first, second] = await hold(asked, 'shorter')
      expect(second?.citations).toHaveLength(1)
      expect(second?.answer.length).toBeLessThanOrEqual(first?.answer.length ?? 0)
    }
  })

  it('says where an answer is from before its words', async () => {
    const [, second] = await hold('when was Lambda released', 'where does it say that?')
    expect(second?.answer).toMatch(/^From “OpenStack.*”, paragraph 97, in the section “5.*”:\n\n2014年/)
  })

  it('tells of others than those that were told of', async () => {
    const [first, second] = await hold('When did Eucalyptus appear?', 'what about the others?')
    expect(second?.citations.map(({ id }) => id)).not.toContain(first?.citations[0]?.id)
    expect(second?.answer).toMatch(/OpenStack appeared/)
  })

  it('goes on without a word of what it has said', async () => {
    const [first, second] = await hold('Eucalyptus 是誰做的?', '接下來呢')
    const [one, other] = [first?.citations[0], second?.citations[0]]
    expect(other?.id).toBe(one?.id)
    expect(other?.start).toBeGreaterThanOrEqual(one?.end ?? 0)
  })

  it('says of what it does not find that it is not for it, where it may be a task for others', async () => {
    const history: Turn[] = []
    for (const question of [
      'write me a terraform script for an openstack cluster',
      'code a docker client in rust',
    ])
      expect(await ask({ question, history })).toMatchObject({ kind: 'conversation', act: 'out-of-scope' })
  })

  it('reads small and ordinary words with slips of the keyboard', async () => {
    const [answer] = await hold('hwo much moeny did docekr raise')
    expect(answer?.citations[0]?.quote).toContain('1.8 億美元')
  })

  it.each([
    ['who created mesos', "that's not what i asked, you keep quoting the same paragraph", 'complaint'],
    ['Docker是誰做的', '你根本沒有在回答我的問題欸 一直貼同一段給我看是怎樣', 'complaint'],
    [
      'what is Lambda billed by',
      "wow that actually saved me like half an hour of reading, you're a legend",
      'praise',
    ],
  ])('takes behind «%s» «%s» for %s', async (asked, remark, act) => {
    expect((await hold(asked, remark)).at(-1)).toMatchObject({ kind: 'conversation', act })
  })
})
