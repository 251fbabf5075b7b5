import type { PhraseRole } from './phrases.ts'
import { beginsQuestion } from './question-start.ts'

export interface NameReading {
  /** What the phrases do that a text consists of; undefined for one that says more. */
  readonly roles: (text: string) => readonly PhraseRole[] | undefined
  /** Whether a word (lower case) is a subject of the corpus: `hey Docker, …` is no call then. */
  readonly isSubject: (word: string) => boolean
}

/** A name behind what calls or greets, in the first words of a turn. */
const CALLED = /^([^@\n]{1,60}?)\s*@([\p{L}\p{N}_.-]{1,32})(?![\p{L}\p{N}_/])[,，:：!]?\s*/u
/** One without the sign of a platform is set apart by a mark. */
const SPOKEN = /^([^@\n,]{1,40}?)\s+(\p{L}[\p{L}\p{N}_-]{1,31})\s*[,，:：!]\s*/u

/**
 * A turn without the names of those who are greeted or called before it asks: `hey @bob, when was Lambda released?`. What
 * stands before such a name is nothing but courtesy.
 */
export function withoutGreetedName(turn: string, reading: NameReading): string {
  let rest = turn
  for (;;) {
    const called = CALLED.exec(rest)
    const without = called === null ? undefined : withoutName(rest, called, reading)
    if (without === undefined) break
    rest = without
  }
  const spoken = SPOKEN.exec(rest)
  const isGreeting = spoken?.[1] !== undefined && reading.roles(spoken[1])?.includes('greeting')
  if (spoken === null || !isGreeting) return rest
  const asks = beginsQuestion(rest.slice(spoken[0].length).toLowerCase())
  return (asks ? withoutName(rest, spoken, reading) : undefined) ?? rest
}

function withoutName(
  turn: string,
  [all, before = '', name = '']: RegExpExecArray,
  { roles, isSubject }: NameReading,
): string | undefined {
  const rest = turn.slice(all.length)
  const isCourtesy = (roles(before) ?? []).length > 0
  return isCourtesy && rest !== '' && !isSubject(name.toLowerCase()) ? `${before}, ${rest}` : undefined
}
