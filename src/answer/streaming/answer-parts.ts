import type { Answer } from '../../domain/answer.ts'
import type { AnswerPart, AskOptions } from '../../domain/ask.ts'
import { StreamedText } from './streamed-text.ts'

/** Some words of Latin text or a clause of Chinese: small enough to appear gradually, and few enough to be cheap. */
const PIECE = /\S{1,16}\s*|\s+/gu

/**
 * Hands over an answer as its parts: what it cites, then its text in pieces that joined are the answer. An answerer that
 * writes bit by bit sends parts itself; what it has not sent is sent in the end.
 */
export class AnswerParts {
  private readonly onPart: AskOptions['onPart']
  private readonly text: StreamedText
  private cited = 0

  constructor(onPart: AskOptions['onPart']) {
    this.onPart = onPart
    this.text = new StreamedText((text) => onPart?.({ type: 'token', text }))
  }

  readonly send = (part: AnswerPart): void => {
    if (part.type === 'token') {
      this.text.add(part.text)
      return
    }
    this.cited += part.citations.length
    this.onPart?.(part)
  }

  /** @throws {FootnoteError} where another text was sent than is answered */
  finish({ answer, citations }: Pick<Answer, 'answer' | 'citations'>): void {
    if (this.onPart === undefined) return
    const further = citations.slice(this.cited)
    if (further.length > 0) this.send({ type: 'citations', citations: further })
    this.text.finish(answer, PIECE)
  }
}

/** Hands over a finished answer as its parts. */
export function sendParts(answer: Pick<Answer, 'answer' | 'citations'>, onPart: AskOptions['onPart']): void {
  new AnswerParts(onPart).finish(answer)
}
