import { beforeAll, describe, expect, it } from 'vitest'
import type { AnswerPart, Ask } from '../../../src/domain/ask.ts'
import type { Turn } from '../../../src/domain/question.ts'
import { openShippedSnapshot } from '../shipped-snapshot.ts'

describe('an answer that is doubted', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = (await openShippedSnapshot()).ask
  }, 120_000)

  async function doubt(asked: string, doubt: string) {
    const first = await ask({ question: asked })
    const history: Turn[] = [
      { role: 'user', content: asked },
      { role: 'assistant', content: first.answer },
    ]
    const parts: AnswerPart[] = []
    const second = await ask({ question: doubt, history }, { onPart: (part) => parts.push(part) })
    const sent = parts.map((part) => (part.type === 'token' ? part.text : '')).join('')
    expect(sent).toBe(second.answer)
    return { first, second }
  }

  it('says how sure it is, and the words of the article, whatever language it was answered in', async () => {
    const { first, second } = await doubt('When was Lambda released?', 'are you sure?')
    expect(first.answer).toMatch(/2014/)
    expect(second.answer).toMatch(/^I am \d\d % sure .*\n\n/)
    const [citation] = second.citations
    expect(citation?.id).toBe(first.citations[0]?.id)
    expect(second.answer).toContain(citation?.quote)
  }, 120_000)

  it('says so where it was looked up', async () => {
    const { second } = await doubt('這篇是誰寫的?', '真的嗎')
    expect(second.answer).toBe('很確定,這是從文章裡直接查到的:\n\n作者是 gitmilk。[1]')
  })

  it('does not begin to answer what it declined', async () => {
    const { first, second } = await doubt('谁发明了电话?', '你确定?')
    expect(first.kind).toBe('declined')
    expect(second).toMatchObject({ kind: 'declined', citations: [] })
    expect(second.answer).toBe(`我又找了一遍。${first.answer}`)
  })
})
