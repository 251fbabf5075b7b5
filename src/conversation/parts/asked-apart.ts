import type { AskRequest } from '../../domain/question.ts'
import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { spokenOf } from '../scope/spoken-of.ts'
import type { Understanding } from '../understanding.ts'
import { addressesBot } from '../wording/addresses-bot.ts'
import { partsOf } from './parts-of-turn.ts'

/** What a part of a turn asks of: the bot, or an article itself; what the bot can do; what the articles say. */
type AskedOf = 'itself' | 'help' | 'content'

/**
 * The two requests of a turn that asks for two things, one of which at least the articles do not say: "who are you and who
 * wrote this?". Two questions about what the articles say are searched for together.
 *
 * @returns undefined for any other turn
 */
export async function askedApart(
  request: AskRequest,
  understand: (request: AskRequest) => Promise<Understanding>,
  lexicalIndex: LexicalIndex,
): Promise<readonly [AskRequest, AskRequest] | undefined> {
  for (const [left, right] of partsOf(request.question)) {
    const first = { ...request, question: left }
    const before = [...(request.history ?? []), { role: 'user' as const, content: left }]
    const second = { ...request, question: right, history: before }
    const both = [await understand(first), await understand(second)] as const
    if (saysTheSame(...both)) continue
    const asked = both.map((understanding, at) =>
      askedOf(understanding, at === 0 ? left : right, lexicalIndex),
    )
    const isOther = asked.includes('help') ? 'help' : 'content'
    if (asked.includes('itself') && asked.every((of) => of === 'itself' || of === isOther))
      return [first, second]
  }
  return undefined
}

/** "What's the takeaway, in one sentence?" asks for one thing. */
function saysTheSame(one: Understanding, other: Understanding): boolean {
  return (
    one.kind === 'reply' &&
    other.kind === 'reply' &&
    one.reply.text !== '' &&
    one.reply.text === other.reply.text
  )
}

function askedOf(
  understanding: Understanding,
  part: string,
  lexicalIndex: LexicalIndex,
): AskedOf | undefined {
  if (understanding.kind === 'question')
    return spokenOf(understanding.question, lexicalIndex).share > 0 ? 'content' : undefined
  if (understanding.kind === 'foreign') return undefined
  const { act } = understanding.reply
  if (act === 'help') return 'help'
  // A part is short, and whom it asks about has to be named: "what with?" is not about the bot.
  if (act === 'identity') return addressesBot(part) ? 'itself' : undefined
  return act === undefined || act === 'articles' ? 'itself' : undefined
}
