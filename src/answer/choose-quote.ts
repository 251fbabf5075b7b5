import type { Paragraph, Span } from '../domain.ts'
import type { RankedParagraph } from '../retrieval/retriever.ts'
import { evidenceScore, type SentenceEvidence } from '../retrieval/sentence-evidence.ts'

/** A written-ahead question that comes this near knows better than the words which sentence answers. */
const TRUSTED_QUESTION = 0.35
/** A sentence beside the chosen one joins it from this share of its score, if there is room. */
const NEARLY_AS_GOOD = 0.75
/** Where a quote may be cut when a sentence is longer than an answer may be. */
const CLAUSE_END = /[，,；;：:、。！？!?]\s*/gu

/**
 * The words of a paragraph that answer: whole sentences, as few as will do, or, of a sentence longer than an answer
 * may be, the run of clauses around what was asked.
 *
 * @param room how long the quote may be, in UTF-16 code units
 * @returns undefined where nothing of the paragraph fits
 */
export function chooseQuote(paragraph: Paragraph, ranked: RankedParagraph, room: number): Span | undefined {
  const { questions, sentences } = ranked
  const [nearest] = questions
  if (nearest !== undefined && nearest.score >= TRUSTED_QUESTION) {
    return cutToFit(paragraph, toSentences(paragraph, nearest.passage), nearest.passage, room)
  }
  const best = bestSentence(sentences)
  if (best === undefined) return cutToFit(paragraph, { start: 0, end: paragraph.text.length }, undefined, room)
  return cutToFit(paragraph, extend(sentences, best, room), sentences[best], room)
}

/** The sentences that a span touches, whole. */
function toSentences(paragraph: Paragraph, span: Span): Span {
  const touched = paragraph.sentences.filter(({ start, end }) => start < span.end && end > span.start)
  return { start: touched[0]?.start ?? span.start, end: touched.at(-1)?.end ?? span.end }
}

function bestSentence(sentences: readonly SentenceEvidence[]): number | undefined {
  let best: number | undefined
  for (const [i, sentence] of sentences.entries()) {
    const leader = best === undefined ? undefined : sentences[best]
    if (leader === undefined || evidenceScore(sentence) > evidenceScore(leader)) best = i
  }
  return best
}

/** Takes in the neighbours that say nearly as much. */
function extend(sentences: readonly SentenceEvidence[], best: number, room: number): Span {
  const score = (i: number) => {
    const sentence = sentences[i]
    return sentence === undefined ? Number.NEGATIVE_INFINITY : evidenceScore(sentence)
  }
  const enough = NEARLY_AS_GOOD * score(best)
  let first = best
  let last = best
  const start = () => sentences[first]?.start ?? 0
  const end = () => sentences[last]?.end ?? 0
  for (;;) {
    const next = score(last + 1) >= score(first - 1) ? last + 1 : first - 1
    const neighbour = sentences[next]
    if (neighbour === undefined || score(next) < enough) break
    if (Math.max(end(), neighbour.end) - Math.min(start(), neighbour.start) > room) break
    if (next > last) last = next
    else first = next
  }
  return { start: start(), end: end() }
}

/** Cuts a span that is too long at the ends of clauses, keeping what lies around `core`. */
function cutToFit(paragraph: Paragraph, span: Span, core: Span | undefined, room: number): Span | undefined {
  if (span.end - span.start <= room) return span
  const centre =
    core !== undefined && core.end - core.start <= room ? core : { start: span.start, end: span.start }
  const ends = [...paragraph.text.slice(span.start, span.end).matchAll(CLAUSE_END)].map(
    (match) => span.start + match.index + match[0].length,
  )
  const starts = [span.start, ...ends]
  const start = starts.findLast((at) => at <= centre.start) ?? centre.start
  const end = [...ends, span.end].findLast((at) => at > start && at - start <= room && at >= centre.end)
  if (end !== undefined) return trimmed(paragraph.text, start, end)
  return centre.end > centre.start ? centre : undefined
}

function trimmed(text: string, start: number, end: number): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length }
}
