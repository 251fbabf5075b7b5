import { describe, expect, it } from 'vitest'
import { type ChatMessage, questionOf } from '../../src/openai/conversation.ts'
import { Problem } from '../../src/protocol/problem.ts'

function chat(...messages: [role: string, text: string][]): ChatMessage[] {
  return messages.map(([role, text]) => ({ role, text }))
}

describe('questionOf', () => {
  it('is the last message of the user, after the turns before it', () => {
    const messages = chat(
      ['system', 'Be brief.'],
      ['user', 'What is Docker?'],
      ['assistant', 'A container engine.[1]'],
      ['tool', '{}'],
      ['user', ' And Kubernetes? '],
    )
    expect(questionOf(messages, 'messages')).toEqual({
      question: 'And Kubernetes?',
      history: [
        { role: 'user', content: 'What is Docker?' },
        { role: 'assistant', content: 'A container engine.[1]' },
      ],
    })
  })

  it('looks past what the assistant has begun to say', () => {
    expect(questionOf(chat(['user', 'What is Docker?'], ['assistant', 'A']), 'messages')).toEqual({
      question: 'What is Docker?',
    })
  })

  it('takes the last turns, and the beginning of each', () => {
    const many = Array.from({ length: 120 }, (): [string, string] => ['user', '😀'.repeat(9000)])
    const { history } = questionOf(chat(...many, ['user', 'Docker?']), 'messages')
    expect(history).toHaveLength(20)
    expect([...(history?.[0]?.content ?? '')]).toHaveLength(2000)
  })

  it.each([
    [
      '<user_query>\nDocker?\n</user_query>',
      '### Task:\n<context>x</context>\n<user_query>\nDocker?\n</user_query>',
    ],
    ['what follows the context', '### Task:\n<context>\nx </context> y\n</context>\n\nDocker?'],
  ])('finds the question behind what a client retrieved: %s', (_name, text) => {
    expect(questionOf(chat(['user', text]), 'messages')).toEqual({ question: 'Docker?' })
  })

  it.each([
    `### Task:${'<user_query>'.repeat(80_000)}`,
    `### Task:${'</context>'.repeat(100_000)}`,
    `### Task:${'<user_query></user_query>'.repeat(40_000)}`,
  ])('reads a megabyte of marks once', (text) => {
    const longer = { role: 'user', text: `${text}\n` }
    expect(() => questionOf([longer], 'messages')).toThrow(Problem)
  })

  it('replaces what is no text', () => {
    expect(questionOf(chat(['user', 'a\0'], ['user', 'half \ud83d']), 'messages')).toEqual({
      question: 'half \ufffd',
      history: [{ role: 'user', content: 'a\ufffd' }],
    })
  })

  it.each([
    ['nobody asks', chat(['system', 'x']), 'is empty'],
    ['nothing is asked', chat(['user', ' \n']), 'is empty'],
    ['a picture alone is sent', chat(['user', '']), 'is empty'],
    ['too much is asked', chat(['user', 'a'.repeat(1001)]), 'at most 1000'],
  ])('says so where %s', (_name, messages, words) => {
    expect(() => questionOf(messages, 'input')).toThrow(Problem)
    expect(() => questionOf(messages, 'input')).toThrow(words)
    try {
      questionOf(messages, 'input')
    } catch (error) {
      expect((error as Problem).errors).toMatchObject([{ pointer: '#/input' }])
    }
  })
})
