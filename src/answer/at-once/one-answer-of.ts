import type { Answer } from '../../domain/answer.ts'
import { CodeFences, replaceMarkers } from '../markdown/markers.ts'

/** The answers to two requests of one turn, as one: it answers if either does. */
export function oneAnswerOf(first: Answer, second: Answer): Answer {
  const [weightiest, other] = weight(second) > weight(first) ? [second, first] : [first, second]
  const { act: _, suggestions: offered, ...common } = weightiest
  const markedOn = replaceMarkers(
    second.answer,
    new CodeFences(),
    (marker) => `[${marker + first.citations.length}]`,
  )
  const citations = [
    ...first.citations,
    ...second.citations.map((citation) => ({
      ...citation,
      marker: citation.marker + first.citations.length,
    })),
  ]
  const isBoth = first.kind === second.kind
  return {
    ...common,
    answer: `${first.answer}\n\n${markedOn}`,
    citations,
    confidence: isBoth ? Math.min(first.confidence, second.confidence) : weightiest.confidence,
    language: first.language,
    ...(weightiest.kind === 'conversation' && weightiest.act !== undefined ? { act: weightiest.act } : {}),
    ...(weightiest.kind === 'conversation' && (offered ?? other.suggestions) !== undefined
      ? { suggestions: offered ?? other.suggestions ?? [] }
      : {}),
  }
}

function weight({ kind }: Answer): number {
  return ['conversation', 'declined', 'answer'].indexOf(kind)
}
