import type { BotContext } from '../bot-context.ts'
import type { MessageBody } from '../render/message-body.ts'
import type { Message } from './addressing.ts'

/**
 * Sends an answer in reply to a message, and remembers it. Where the message had been answered before, and has been edited
 * since, that answer is changed instead.
 */
export async function sendAnswer(
  context: BotContext,
  message: Message,
  bodies: readonly MessageBody[],
): Promise<void> {
  const channel = message.channel_id
  const before = context.memory.answers.get(message.id)
  const text = before?.text ?? ''
  const earlier = before?.messages ?? []
  const sent: string[] = []
  for (const [index, body] of bodies.entries()) {
    const place = earlier[index]
    if (place === undefined) {
      // The same question answered twice, by a repeated request or another process, is one message.
      const nonce = `${message.id}-${index}`
      sent.push(await context.api.createMessage(channel, body, { replyTo: message.id, nonce }))
    } else {
      await context.api.editMessage(channel, place, body)
      sent.push(place)
    }
    context.memory.answers.set(message.id, { text, messages: [...sent, ...earlier.slice(index + 1)] })
  }
  for (const superfluous of earlier.slice(bodies.length))
    await context.api.deleteMessage(channel, superfluous)
  context.memory.answers.set(message.id, { text, messages: sent })
}
