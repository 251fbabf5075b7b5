import type { Answer, AskOptions } from '../domain.ts'

/** Some words of Latin text or a clause of Chinese: small enough to appear gradually, and few enough to be cheap. */
const PIECE = /\S{1,16}\s*|\s+/gu

/**
 * Hands over a finished answer as its parts: what it cites, then its text in pieces that joined are the answer. An
 * answerer that writes its text bit by bit calls `onPart` itself instead.
 */
export function sendParts(answer: Answer, onPart: AskOptions['onPart']): void {
  if (onPart === undefined) return
  if (answer.citations.length > 0) onPart({ type: 'citations', citations: answer.citations })
  for (const [text] of answer.answer.matchAll(PIECE)) onPart({ type: 'token', text })
}
