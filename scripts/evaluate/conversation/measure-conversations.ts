import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Ask } from '../../../src/domain/ask.ts'
import type { Turn } from '../../../src/domain/question.ts'
import { isAboutArticle } from './measure-turns.ts'

const expectation = z.object({
  /**
   * An act; `answer` or `declined`; `about` for what is said of the article itself; `same` for an answer that cites first
   * what the answer before cited.
   */
  is: z.string(),
  /** A regular expression for the answer and its quotes. */
  says: z.string().optional(),
})
const row = z.object({
  id: z.string(),
  lang: z.string(),
  turns: z.array(z.object({ say: z.string(), expect: z.array(expectation).min(1) })).min(1),
})

/** Turns that follow each other, each with all that a person would be content with. */
export type ScriptedConversation = z.output<typeof row>

export async function readConversations(file: string): Promise<ScriptedConversation[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => row.parse(JSON.parse(line)))
}

export interface WrongReply {
  readonly id: string
  readonly say: string
  readonly expected: string
  readonly answer: Answer
}

export interface ConversationCount {
  /** Conversations, and those of them in which every turn was replied to as a person would. */
  readonly conversations: number
  readonly whole: number
  readonly turns: number
  readonly right: number
}

/** Holds every conversation, each turn with all turns and replies before it. */
export async function measureConversations(
  conversations: readonly ScriptedConversation[],
  ask: Ask,
  onWrong: (wrong: WrongReply) => void = () => undefined,
): Promise<ConversationCount> {
  let [whole, turns, right] = [0, 0, 0]
  for (const { id, turns: script } of conversations) {
    const history: Turn[] = []
    let cited: string | undefined
    let wrong = 0
    for (const { say, expect } of script) {
      const answer = await ask({ question: say, history })
      if (!expect.some((one) => meets(one, answer, cited))) {
        wrong++
        onWrong({
          id,
          say,
          expected: expect.map(({ is, says }) => `${is} ${says ?? ''}`).join('or '),
          answer,
        })
      }
      history.push({ role: 'user', content: say }, { role: 'assistant', content: answer.answer })
      cited = answer.citations[0]?.id ?? cited
    }
    turns += script.length
    right += script.length - wrong
    if (wrong === 0) whole++
  }
  return { conversations: conversations.length, whole, turns, right }
}

function meets(
  { is, says }: z.output<typeof expectation>,
  answer: Answer,
  cited: string | undefined,
): boolean {
  const words = [answer.answer, ...answer.citations.map(({ quote }) => quote)].join('\n')
  if (says !== undefined && !new RegExp(says, 'i').test(words)) return false
  if (is === 'about') return isAboutArticle(answer)
  if (is === 'same') return answer.citations[0]?.id !== undefined && answer.citations[0].id === cited
  return is === answer.kind || is === answer.act
}
