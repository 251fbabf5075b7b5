import type { Turn } from '../../domain/question.ts'
import { plainActOf } from '../classify/class-meaning.ts'
import type { LearnedTurn } from '../classify/learned-turns.ts'
import type { ReadTurn } from '../read-turn.ts'
import { actOf } from './act-of.ts'
import type { PlainAct } from './act-replies.ts'

export interface TurnContext {
  /** A question before. */
  readonly before: Turn | undefined
  /** Whether the assistant's last turn offers something. */
  readonly endsWithOffer: boolean
}

/** Nothing but a question mark, or several. */
const ONLY_ASKS = /^[\s!.…]*[?¿][\s?!.…¿]*$/

/** "Huh?", or a question mark alone: it asks what was meant, and says nothing that could be asked of the articles. */
export function isPuzzled({ roles, comparable }: Pick<ReadTurn, 'roles' | 'comparable'>): boolean {
  return ONLY_ASKS.test(comparable.text) || (roles !== undefined && actOf(roles) === 'unclear')
}

/**
 * What somebody does with a turn: by its phrases, where it consists of nothing else, unless its words as a whole are hardly
 * ever anything but another act or a question; else by its words.
 *
 * @returns undefined for a question
 */
export function actOfTurn(
  { roles, comparable }: Pick<ReadTurn, 'roles' | 'comparable'>,
  { turnClass, isSure }: LearnedTurn,
  { before, endsWithOffer }: TurnContext,
): PlainAct | undefined {
  const byPhrases = roles === undefined ? undefined : actOf(roles)
  if (isPuzzled({ roles, comparable })) return 'unclear'
  const byWords = plainActOf(turnClass)
  if (isSure && turnClass === undefined) return undefined
  const act = (isSure ? byWords : undefined) ?? byPhrases ?? byWords
  // What names nothing goes on from the question before; agreement to something that was offered asks for it.
  if (act === 'unclear' && before !== undefined) return undefined
  return act === 'assent' && endsWithOffer ? undefined : act
}
