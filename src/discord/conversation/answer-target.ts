import { type APIMessage, MessageType } from 'discord-api-types/v10'
import type { BotContext } from '../bot-context.ts'
import { loggable } from '../rest/api-errors.ts'
import { answeredQuestion, askerOf, readAnswer } from './history.ts'

/** What an answer's message answers, as {@link answeredQuestion}; looked up where the message itself does not show it. */
export async function questionBehind(context: BotContext, message: APIMessage): Promise<string> {
  const isShown = readAnswer(message).question !== ''
  return answeredQuestion(isShown ? message : await withTarget(context, message), context.botId)
}

/** Id of the person whom an answer's message answers, as {@link askerOf}; looked up likewise. */
export async function askerBehind(context: BotContext, message: APIMessage): Promise<string | undefined> {
  return askerOf(message, context.botId) ?? askerOf(await withTarget(context, message), context.botId)
}

/** A message that came with an interaction does not bring along the one that it replies to. */
async function withTarget(context: BotContext, message: APIMessage): Promise<APIMessage> {
  const isKnown = message.type !== MessageType.Reply || message.referenced_message !== undefined
  if (isKnown || !context.hasToken) return message
  try {
    return await context.api.message(message.channel_id, message.id)
  } catch (error) {
    context.log.info({ err: loggable(error) }, 'The message that an answer replies to could not be read')
    return message
  }
}
