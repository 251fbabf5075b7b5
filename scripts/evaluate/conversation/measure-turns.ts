import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Ask } from '../../../src/domain/ask.ts'

const row = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string(),
  act: z.string(),
  split: z.enum(['dev', 'test', 'held-out']),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).optional(),
})

/** A turn and what a person would take it for; `question` and `wrapped` ask the corpus. */
export type ConversationTurn = z.output<typeof row>

export async function readTurns(file: string): Promise<ConversationTurn[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => row.parse(JSON.parse(line)))
}

/** What a turn may be taken for, by what a person would take it for. */
const EXPECTED: Readonly<Record<string, (answer: Answer) => boolean>> = {
  'insult/stop': ({ act }) => act === 'stop' || act === 'complaint',
  'well-being': ({ act }) => act === 'wellbeing',
  emoji: ({ act }) => act === 'reaction',
  question: isSearched,
  wrapped: isSearched,
  'about-corpus': ({ act }) => act === 'articles',
  summary: isAboutArticle,
  unclear: ({ act, kind }) => act === 'unclear' || kind === 'declined',
}

function isExpected(turn: ConversationTurn, answer: Answer): boolean {
  if (turn.act.startsWith('about-') && turn.act !== 'about-corpus') return isAboutArticle(answer)
  return EXPECTED[turn.act]?.(answer) ?? answer.act === turn.act
}

/** Asked of what the articles say, whether they say it or not. */
function isSearched({ kind, confidence }: Answer): boolean {
  return kind === 'declined' || (kind === 'answer' && confidence < 1)
}

/** Answered from the article as such, declined in words of its own, or asked back. */
export function isAboutArticle({ act, confidence, kind }: Answer): boolean {
  return (
    act === 'which-article' ||
    (kind === 'answer' ? confidence === 1 : kind === 'declined' && confidence === 0)
  )
}

export interface TurnCount {
  readonly act: string
  readonly language: string
  asked: number
  right: number
}

/** Says every turn, and counts by act and language how many are taken as a person would. */
export async function measureTurns(
  turns: readonly ConversationTurn[],
  ask: Ask,
  onWrong: (turn: ConversationTurn, answer: Answer) => void = () => undefined,
): Promise<TurnCount[]> {
  const counts = new Map<string, TurnCount>()
  for (const turn of turns) {
    const key = `${turn.act} ${turn.lang}`
    const count = counts.get(key) ?? { act: turn.act, language: turn.lang, asked: 0, right: 0 }
    counts.set(key, count)
    count.asked++
    const answer = await ask({ question: turn.text, history: turn.history ?? [] })
    if (isExpected(turn, answer)) count.right++
    else onWrong(turn, answer)
  }
  return [...counts.values()]
}
