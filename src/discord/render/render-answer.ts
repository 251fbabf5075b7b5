import type { Answer } from '../../domain/answer.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { numberParts, PART_LENGTH } from './message-parts.ts'
import { quotedQuestion } from './quoted-question.ts'
import { renderConversation } from './render-conversation.ts'
import type { AnswerFrame } from './sources/answer-sources.ts'
import { citedSources } from './sources/cited-sources.ts'
import { nearestSources } from './sources/nearest-sources.ts'
import { answerBlocks } from './text/answer-markdown.ts'
import { packBlocks } from './text/blocks.ts'
import { discordLength, LIMITS } from './text/limits.ts'
import { wordingOf } from './wording.ts'

/** Colour of the bar beside quotes: a highlighter's yellow. */
const QUOTE_COLOUR = 0xf2c744

/**
 * An answer as one message, or as many as Discord's limits ask for; an answer to something that is no question as a line.
 * Each thing is said once: where the answer is made of its quotes, they are shown where they stand, in bold, and nothing else;
 * an answer that brings them in a frame of its own stands above their places; one in other words above the quotes. Buttons are below the first message, which is the one
 * that a thread grows from.
 */
export function renderAnswer(answer: Answer, frame: AnswerFrame): MessageBody[] {
  if (answer.kind === 'conversation') return [renderConversation(answer)]
  const { sources, heading, buttons } = answer.answered
    ? citedSources(answer, frame)
    : nearestSources(answer, frame)
  const contents = contentPages(answer, frame.question)
  const descriptions = packBlocks(sources, { room: () => LIMITS.embedDescription })
  // The text ends in the message in which the quotes begin.
  const firstQuotes = Math.max(contents.length - 1, 0)
  const count = firstQuotes + Math.max(descriptions.length, 1)
  const messages = Array.from({ length: count }, (_, index) => {
    const description = descriptions[index - firstQuotes]
    return messageBody({
      content: contents[index],
      embed:
        description === undefined
          ? undefined
          : {
              ...(index === firstQuotes ? heading : {}),
              description,
              color: QUOTE_COLOUR,
            },
      buttons: index === 0 ? buttons : [],
    })
  })
  return numberParts(messages)
}

function contentPages(answer: Answer, question: string | undefined): string[] {
  const frame = question === undefined ? '' : quotedQuestion(question)
  if (answer.answered && wordingOf(answer) === 'quotes') return frame === '' ? [] : [frame]
  const markers = new Set(answer.citations.map(({ marker }) => marker))
  const room = (page: number) =>
    LIMITS.content - PART_LENGTH - (page === 0 && frame !== '' ? discordLength(frame) + 1 : 0)
  const [first = '', ...rest] = packBlocks(answerBlocks(answer.answer), { room, markers })
  return [[frame, first].filter((part) => part !== '').join('\n'), ...rest]
}
