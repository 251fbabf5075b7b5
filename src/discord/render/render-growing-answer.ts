import { type MessageBody, messageBody } from './message-body.ts'
import { quotedQuestion } from './quoted-question.ts'
import { answerBlocks } from './text/answer-markdown.ts'
import { packBlocks } from './text/blocks.ts'
import { discordLength, LIMITS } from './text/limits.ts'

const GOES_ON = ' …'

/**
 * An answer that is still being written: the question and as much of the text as one message holds.
 *
 * @param markdown what there is of it so far
 * @param question where the message does not stand in reply to it
 */
export function renderGrowingAnswer(markdown: string, question?: string): MessageBody {
  const frame = question === undefined ? '' : `${quotedQuestion(question)}\n`
  const room = () => LIMITS.content - discordLength(frame) - GOES_ON.length
  const [page = ''] = packBlocks(answerBlocks(markdown), { room, markers: new Set() })
  return messageBody({ content: `${frame}${page}${GOES_ON}` })
}
