import type { Library } from '../../domain/library.ts'
import type { Turn } from '../../domain/question.ts'
import { joined } from '../../retrieval/joined.ts'
import { questionsIn } from '../../retrieval/question/questions-in.ts'
import type { Retrieval } from '../../retrieval/retriever.ts'
import { overlaps } from '../blocks/lines.ts'
import { type Confidence, LEAST_ANSWERABLE } from '../confidence/confidence.ts'
import { extractClaims } from '../extractive.ts'

interface RetrievalTools {
  readonly library: Library
  readonly retrieve: (question: string, history: readonly Turn[]) => Promise<Retrieval>
  readonly judge: (retrieval: Retrieval) => Confidence
  /** How many paragraphs an answer may cite. */
  readonly most: number
}

export interface Found {
  readonly retrieval: Retrieval
  /** How sure it is; of two questions of the less sure one. */
  readonly sure: Confidence
}

/**
 * What answers both of two questions that were asked in one turn.
 *
 * @param whole what was found for both taken as one
 * @returns undefined for one question, and where the whole tells as much anyway
 */
export async function foundForBoth(
  { question, history }: { readonly question: string; readonly history: readonly Turn[] },
  whole: Retrieval,
  { library, retrieve, judge, most }: RetrievalTools,
): Promise<Found | undefined> {
  const [first, second] = questionsIn(question)
  if (second === undefined) return undefined
  const one = await retrieve(first, history)
  const other = await retrieve(second, [...history, { role: 'user', content: first }])
  const isAnswered = judge(whole).answerable >= LEAST_ANSWERABLE
  const [sureOfOne, sureOfOther] = [judge(one), judge(other)]
  if (Math.min(sureOfOne.answerable, sureOfOther.answerable) < LEAST_ANSWERABLE) {
    if (isAnswered) return undefined
    const found =
      sureOfOne.answerable >= sureOfOther.answerable
        ? { retrieval: one, sure: sureOfOne }
        : { retrieval: other, sure: sureOfOther }
    return found.sure.answerable < LEAST_ANSWERABLE ? undefined : found
  }
  const told = new Map(extractClaims(whole, library, most).map((claim) => [claim.paragraph.id, claim]))
  const isTold = ({ ranked: [best] }: Retrieval) => {
    if (best === undefined) return true
    const claim = told.get(library.paragraphAt(best.paragraphRow).id)
    return claim !== undefined && (best.focus === undefined || overlaps(claim, best.focus))
  }
  if (isAnswered && isTold(one) && isTold(other)) return undefined
  const isLessSure = sureOfOne.confidence < sureOfOther.confidence
  return { retrieval: joined(whole, one, other), sure: isLessSure ? sureOfOne : sureOfOther }
}
