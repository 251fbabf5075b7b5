import type { Answer } from '../domain/answer.ts'
import type { AskOptions } from '../domain/ask.ts'
import type { Language } from '../domain/language.ts'
import type { AskRequest } from '../domain/question.ts'
import { InvalidRequestError } from '../errors.ts'
import { recordedAsk } from '../question-log/recorded-ask.ts'
import type { BotContext } from './bot-context.ts'
import type { Phrases } from './phrases/phrases.ts'
import { phrasesFor } from './phrases/phrases-for.ts'
import { loggable } from './rest/api-errors.ts'

/** An interaction's token is good for 15 minutes; later than this an answer reaches nobody. */
const PATIENCE_MILLISECONDS = 14 * 60_000

/** Why a question is not taken on now, in words for the one who asks; `undefined` when it is. Takes a turn then. */
export function refusal(
  { admission, limits }: BotContext,
  asker: { readonly user: string; readonly server: string | undefined },
  language: Language,
): string | undefined {
  const phrases = phrasesFor(language)
  const state = admission()
  if (state === 'leaving') return phrases.leaving
  if (state === 'full') return phrases.tooBusy
  const { user, server } = asker
  const wait = Math.max(limits.user.wait(user), server === undefined ? 0 : limits.server.wait(server))
  if (wait > 0) return phrases.tooManyQuestions(Math.ceil(wait / 1000))
  limits.user.take(user)
  if (server !== undefined) limits.server.take(server)
  return undefined
}

/** What became of a question: an answer and its id in the question log, or what to say instead. */
export type Outcome = { readonly answer: Answer; readonly answerId: string } | { readonly failure: string }

/**
 * Asks. Never rejects: what goes wrong is logged, and said in words.
 *
 * @param asked where, which is left out of the question log in direct messages; and what follows the answer as it grows
 */
export async function answerQuestion(
  context: BotContext,
  request: AskRequest,
  asked: { readonly place: string | undefined; readonly onPart?: AskOptions['onPart'] },
  language: Language,
): Promise<Outcome> {
  const answerId = newAnswerId()
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
    const answer = await context.run(() => {
      const { questionLog, snapshot } = context
      const current = snapshot()
      const { place, onPart } = asked
      const entry = { id: answerId, through: 'discord', ...(place === undefined ? {} : { place }) }
      const ask = questionLog === undefined ? current.ask : recordedAsk(current, questionLog, entry)
      return ask(request, { signal, ...(onPart && { onPart }) })
    })
    return { answer, answerId }
  } catch (error) {
    return { failure: failureText(context, error, phrasesFor(language)) }
  }
}

/** The part of an answer's frame that is the same wherever it is shown. */
export function answerFrame({ publicUrl, snapshot }: BotContext, answerId: string) {
  return { publicUrl, library: snapshot().library, answerId }
}

/** Logs an error and says what the one who asked may know of it. */
export function failureText(context: BotContext, error: unknown, phrases: Phrases): string {
  if (error instanceof InvalidRequestError) {
    context.log.info({ err: loggable(error) }, 'A question could not be used')
    return phrases.noQuestion
  }
  context.log.error({ err: loggable(error) }, 'A question could not be answered')
  return phrases.failed
}

/** 16 hexadecimal digits: it travels in the ids of buttons, which are short. */
function newAnswerId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16)
}
