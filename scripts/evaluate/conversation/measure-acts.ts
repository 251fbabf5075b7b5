import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Answer, Ask } from '../../../src/domain.ts'

const row = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string(),
  act: z.string(),
  split: z.enum(['dev', 'test']),
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
  question: ({ kind }) => kind !== 'conversation',
  wrapped: ({ kind }) => kind !== 'conversation',
  'about-corpus': ({ act }) => act === 'articles',
  summary: isAboutArticle,
}

function isExpected(turn: ConversationTurn, answer: Answer): boolean {
  if (turn.act.startsWith('about-') && turn.act !== 'about-corpus') return isAboutArticle(answer)
  return EXPECTED[turn.act]?.(answer) ?? answer.act === turn.act
}

/** Answered from the article as such, declined in words of its own, or asked back. */
function isAboutArticle({ act, confidence, kind }: Answer): boolean {
  return (
    act === 'which-article' ||
    (kind === 'answer' ? confidence === 1 : kind === 'declined' && confidence === 0)
  )
}

export interface ActCount {
  readonly act: string
  asked: number
  right: number
}

/** Says every turn, and counts by act how many are taken as a person would. */
export async function measureActs(
  turns: readonly ConversationTurn[],
  ask: Ask,
  onWrong: (turn: ConversationTurn, answer: Answer) => void = () => undefined,
): Promise<ActCount[]> {
  const counts = new Map<string, ActCount>()
  for (const turn of turns) {
    const count = counts.get(turn.act) ?? { act: turn.act, asked: 0, right: 0 }
    counts.set(turn.act, count)
    count.asked++
    const answer = await ask({ question: turn.text, history: turn.history ?? [] })
    if (isExpected(turn, answer)) count.right++
    else onWrong(turn, answer)
  }
  return [...counts.values()]
}
