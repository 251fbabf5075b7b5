import { withoutPrefix } from '../../src/index/format/container.ts'
import { decodeUnanswered } from '../../src/index/lexical/unanswered.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { normalise, oneLine } from '../../src/text/normalise.ts'

/** Says of a question whether a file beside an article has it already. */
export interface KnownQuestions {
  /** In `NAME.questions.yaml`. */
  isWritten(question: string): boolean
  /** In `NAME.unanswered.yaml`. */
  isUnanswered(question: string): boolean
}

/** The questions that the index was built with. */
export function knownQuestions({ passages, lexicalIndex }: OpenIndex): KnownQuestions {
  const written = new Set<string>()
  for (let row = 0; row < passages.count; row++) {
    const { kind, text } = passages.at(row)
    if (kind === 'question') written.add(formOf(text))
  }
  const { texts } = decodeUnanswered(withoutPrefix('unanswered', lexicalIndex))
  const unanswered = new Set([...texts.slice(0, texts.length)].map(formOf))
  return {
    isWritten: (question) => written.has(formOf(question)),
    isUnanswered: (question) => unanswered.has(formOf(question)),
  }
}

function formOf(question: string): string {
  return normalise(oneLine(question))
}
