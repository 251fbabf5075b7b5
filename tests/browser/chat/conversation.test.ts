import { describe, expect, it } from 'vitest'
import { Conversation } from '../../../src/browser/chat/conversation.ts'
import { fakeAsk } from '../../support/fake-snapshot.ts'

function storage(initial?: string) {
  const kept = new Map<string, string>(initial === undefined ? [] : [['footnote-conversation', initial]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('the conversation of a tab', () => {
  it('is there again after a reload, until it is cleared', async () => {
    const tab = storage()
    const conversation = new Conversation(tab)
    const turn = { question: 'Lambda?', articles: ['cloud'] }
    conversation.add(turn)
    const answer = await fakeAsk({ question: 'Lambda' })
    conversation.replace(turn, { ...turn, answer })
    expect(new Conversation(tab).all).toEqual([{ ...turn, answer }])
    conversation.clear()
    expect(new Conversation(tab).all).toEqual([])
  })

  it.each(['not json', '{"a":1}', 'null'])('begins anew where %s was stored', (stored) => {
    expect(new Conversation(storage(stored)).all).toEqual([])
  })

  it('does without storage, and with one that is full', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    for (const kept of [undefined, full]) {
      const conversation = new Conversation(kept)
      conversation.add({ question: 'a', articles: [] })
      expect(conversation.last?.question).toBe('a')
    }
  })

  it('gives a question the turns before it, as many and as long as a request may hold', async () => {
    const conversation = new Conversation(undefined)
    const answer = { ...(await fakeAsk({ question: '?' })), answer: '😀'.repeat(9000) }
    for (let n = 0; n < 30; n++) conversation.add({ question: `q${n}`, articles: [], answer })
    const last = { question: 'last', articles: [] }
    conversation.add(last)
    const history = conversation.historyBefore(last)
    expect(history).toHaveLength(20)
    expect(history.at(-2)).toEqual({ role: 'user', content: 'q29' })
    expect([...(history.at(-1)?.content ?? '')]).toHaveLength(8000)
    expect(conversation.historyBefore(conversation.all[1] ?? last)).toHaveLength(2)
  })

  it('leaves out the answer to a question that got none', () => {
    const conversation = new Conversation(undefined)
    conversation.add({ question: 'stopped', articles: [] })
    const next = { question: 'next', articles: [] }
    conversation.add(next)
    expect(conversation.historyBefore(next)).toEqual([{ role: 'user', content: 'stopped' }])
  })
})
