import type { MessageBody } from './message-body.ts'
import { smallPrint, withSmallPrint } from './render-notice.ts'

const PART = /^-# (\d+)\/\d+$/m

/** Numbers the messages of an answer that needs several, so that readers and the bot know them as one. */
export function numberParts(messages: readonly MessageBody[]): MessageBody[] {
  if (messages.length < 2) return [...messages]
  return messages.map((message, index) => withSmallPrint(message, `${index + 1}/${messages.length}`))
}

/** Code points that {@link numberParts} may add to a message. */
export const PART_LENGTH = `\n${smallPrint('999/999')}`.length

/** Which part of an answer a message is, from 1; `undefined` when it is all of it. */
export function partNumber({ content }: { readonly content: string }): number | undefined {
  const number = PART.exec(content)?.[1]
  return number === undefined ? undefined : Number(number)
}
