import type { Turn } from '../domain/question.ts'
import { namingSection } from './about/recognise/aspect-in-context.ts'
import type { ReadTurn, TurnReader } from './read-turn.ts'

/** The last turn of the person's, read; a section that it counts from one before it is counted out. */
export function lastQuestion(history: readonly Turn[], reader: TurnReader): ReadTurn | undefined {
  let last: ReadTurn | undefined
  for (const { role, content } of history) {
    if (role !== 'user') continue
    const turn = reader.read(content)
    last = { ...turn, asked: namingSection(turn.asked, last) }
  }
  return last
}
