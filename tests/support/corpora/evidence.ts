import type { Evidence } from '../../../src/answer/quote/choose-quote.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import type { Span } from '../../../src/domain/span.ts'

export interface KnownEvidence {
  /** How much of the question each sentence says; nothing for those not named. */
  readonly scores?: readonly number[] | undefined
  /** The words that answer; the sentence that says most without them. */
  readonly focus?: Span | undefined
  readonly holdsAnswer?: boolean | undefined
}

/** What retrieval reads of a paragraph. */
export function evidenceOf(
  paragraph: Paragraph,
  { scores = [], focus, holdsAnswer = true }: KnownEvidence,
): Evidence {
  const sentences = paragraph.sentences.map(({ start, end }, at) => {
    const coverage = scores[at] ?? 0
    return { start, end, coverage, withContext: coverage, holdsAnswer: undefined }
  })
  const best = sentences.reduce<(typeof sentences)[number] | undefined>(
    (leader, sentence) => (leader === undefined || sentence.coverage > leader.coverage ? sentence : leader),
    undefined,
  )
  return { sentences, focus: focus ?? best, holdsAnswer }
}
