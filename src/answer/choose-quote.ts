import type { Paragraph, Span } from '../domain.ts'
import type { ReadCandidate } from '../retrieval/evidence/read-candidate.ts'
import { evidenceScore, type SentenceEvidence } from '../retrieval/evidence/sentence-evidence.ts'

/** A quote shorter than this says too little by itself, unless it holds what the type of question asks for. */
const SHORTEST_QUOTE = 50
/** A sentence beside the chosen ones joins them from this share of the best one's score, if there is room. */
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
export function chooseQuote(paragraph: Paragraph, candidate: ReadCandidate, room: number): Span | undefined {
  const { sentences } = candidate
  const focus = candidate.focus ?? { start: 0, end: paragraph.text.length }
  const first = sentences.findIndex(({ end }) => end > focus.start)
  const last = sentences.findLastIndex(({ start }) => start < focus.end)
  if (first < 0 || last < first) return cutToFit(paragraph, focus, focus, room)
  const isEnough = ({ start, end }: Span) =>
    (end - start >= SHORTEST_QUOTE || candidate.holdsAnswer === true) &&
    !asks(paragraph.text.slice(start, end))
  return cutToFit(paragraph, extend(sentences, first, last, room, isEnough), focus, room)
}

/** A question of the author's is answered by the sentence after it. */
function asks(text: string): boolean {
  return /[?？]["'”’」』)]*$/.test(text)
}

/** Takes in the neighbours that say nearly as much, and others until there is enough. */
function extend(
  sentences: readonly SentenceEvidence[],
  first: number,
  last: number,
  room: number,
  isEnough: (span: Span) => boolean,
): Span {
  const score = (i: number) => {
    const sentence = sentences[i]
    return sentence === undefined ? Number.NEGATIVE_INFINITY : evidenceScore(sentence)
  }
  const span = (from: number, to: number) => ({
    start: sentences[from]?.start ?? 0,
    end: sentences[to]?.end ?? 0,
  })
  const enough = NEARLY_AS_GOOD * Math.max(...sentences.map((_, i) => score(i)))
  for (;;) {
    const here = span(first, last)
    const isShort = !isEnough(here)
    // What follows explains more often than what goes before.
    const takeNext = isShort ? last + 1 < sentences.length : score(last + 1) >= score(first - 1)
    const wider = takeNext ? span(first, last + 1) : span(first - 1, last)
    const said = score(takeNext ? last + 1 : first - 1)
    if (said === Number.NEGATIVE_INFINITY || wider.end - wider.start > room) break
    if (!isShort && said < enough) break
    if (takeNext) last++
    else first--
  }
  return span(first, last)
}

/** Cuts a span that is too long at the ends of clauses, keeping what lies around `focus`. */
function cutToFit(paragraph: Paragraph, span: Span, focus: Span, room: number): Span | undefined {
  if (span.end - span.start <= room) return span
  const core = focus.end - focus.start <= room ? focus : { start: focus.start, end: focus.start }
  const ends = [...paragraph.text.slice(span.start, span.end).matchAll(CLAUSE_END)].map(
    (match) => span.start + match.index + match[0].length,
  )
  const start = [span.start, ...ends].findLast((at) => at <= core.start) ?? core.start
  const end = [...ends, span.end].findLast((at) => at > start && at - start <= room && at >= core.end)
  if (end === undefined) return core.end > core.start ? core : undefined
  return { start, end: start + paragraph.text.slice(start, end).trimEnd().length }
}
