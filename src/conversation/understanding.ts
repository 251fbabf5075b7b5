import type { Language } from '../domain/language.ts'
import type { AskRequest, Turn } from '../domain/question.ts'
import type { Reply } from './reply.ts'
import type { Revisit } from './revisit/revisited-request.ts'

/**
 * What a turn is: something to reply to at once, a question that the corpus is searched for, or a text about something
 * that the corpus does not speak of at all.
 */
export type Understanding = {
  /** Language of the turn as it was written. */
  readonly language: Language
  /** What the turn wants of the answer to the question before, which is understood in its place. */
  readonly revisit?: Revisit
  /** How many answers to the question were given, of somebody who wants to read what else there is. */
  readonly given?: number
} & (
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'question'
      /** Without the courtesy around it; of a long one what the corpus speaks of. */
      readonly question: string
      /** Without turns that say nothing, and what was said to them, and without texts about something else. */
      readonly history: readonly Turn[]
      /** How the answer is wanted: the request, or what a turn makes of it that wants the answer before in another form. */
      readonly request: AskRequest
      /** Whether it may be none of the bot's business, so that it is said to be that where the articles do not answer. */
      readonly isLikelyBesides?: boolean
    }
)
