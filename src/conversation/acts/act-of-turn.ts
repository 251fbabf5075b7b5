import type { Turn } from '../../domain/question.ts'
import { plainActOf } from '../classify/class-meaning.ts'
import type { LearnedTurn } from '../classify/learned-turns.ts'
import type { ReadTurn } from '../read-turn.ts'
import { actOf } from './act-of.ts'
import type { PlainAct } from './act-replies.ts'

export interface TurnContext {
  /** Whether there is a question before. */
  readonly isBehindQuestion: boolean
  /** Whether the assistant's last turn offers something. */
  readonly endsWithOffer: boolean
}

/** Nothing but a wish for examples, which behind a question are examples of what that asked about. */
const EXAMPLE =
  /^(?:(?:can|could) you |please |give |show |have |any |got |name |me |us |an? |some |one |for )*(?:examples?|instance)(?: please)?[\s?.!]*$|^(?:能|可以?|请|帮我?|给我?|来|有|有没有|那|再|你)*(?:举(?:个|几个|一个|些|一些)?例子?|(?:个|一个|几个|一些|点)?(?:例子|范例|示例|实例)|例如|比如|譬如)(?:说|来说|看看|一下|吗|呢|啊|呗|吧|嘛|给我|[\s?.!。])*$/

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
  { isBehindQuestion, endsWithOffer }: TurnContext,
): PlainAct | undefined {
  const byPhrases = roles === undefined ? undefined : actOf(roles)
  if (isPuzzled({ roles, comparable })) return 'unclear'
  const byWords = plainActOf(turnClass)
  if (isSure && turnClass === undefined) return undefined
  const act = (isSure ? byWords : undefined) ?? byPhrases ?? byWords
  if (act === 'help' && isBehindQuestion && EXAMPLE.test(comparable.text)) return undefined
  // What names nothing goes on from the question before; agreement to something that was offered asks for it.
  if (act === 'unclear' && isBehindQuestion) return undefined
  return act === 'assent' && endsWithOffer ? undefined : act
}

/** A question of the assistant's own ends its turn; one that it quotes is followed by a marker. */
export function endsWithOffer(history: readonly Turn[]): boolean {
  const last = history.at(-1)
  return last?.role === 'assistant' && /[?？]["'”’」』)）\s]*$/.test(last.content)
}
