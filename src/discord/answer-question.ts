import type { AskRequest, Language } from '../domain.ts'
import { InvalidRequestError } from '../errors.ts'
import type { BotContext } from './bot-context.ts'
import type { Phrases } from './phrases/phrases.ts'
import { phrasesFor } from './phrases/phrases-for.ts'
import type { MessageBody } from './render/message-body.ts'
import { type AnswerFrame, renderAnswer } from './render/render-answer.ts'
import { renderNotice } from './render/render-notice.ts'
import { loggable } from './rest/api-errors.ts'

/** An interaction's token is good for 15 minutes; later than this an answer reaches nobody. */
const PATIENCE_MILLISECONDS = 14 * 60_000

/** Why a question is not taken on now, in words for the one who asks; `undefined` when it is. Takes a turn. */
export function refusal(
  context: BotContext,
  asker: { readonly user: string; readonly server: string | undefined },
  language: Language,
): string | undefined {
  const phrases = phrasesFor(language)
  const admission = context.admission()
  if (admission === 'leaving') return phrases.leaving
  if (admission === 'full') return phrases.tooBusy
  const wait =
    context.limits.user.take(asker.user) ||
    (asker.server === undefined ? 0 : context.limits.server.take(asker.server))
  return wait === 0 ? undefined : phrases.tooManyQuestions(Math.ceil(wait / 1000))
}

/** Asks and renders. Never rejects: what goes wrong is logged, and said in a notice. */
export async function answerMessages(
  context: BotContext,
  request: AskRequest,
  frame: Omit<AnswerFrame, 'publicUrl'>,
  language: Language,
): Promise<MessageBody[]> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
    const answer = await context.run(() => context.snapshot().ask(request, { signal }))
    return renderAnswer(answer, { ...frame, publicUrl: context.publicUrl })
  } catch (error) {
    return [renderNotice(failureText(context, error, phrasesFor(language)))]
  }
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
