import type { Library } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { normalisedWords } from '../../text/normalised-words.ts'
import { leadsOn } from '../blocks/lead-in.ts'
import { chooseQuote, type Evidence } from './choose-quote.ts'
import { beginningOf } from './neighbouring-blocks.ts'
import { remedyOf } from './remedies.ts'
import { fitsInto, minus, plus, takenBy, WHOLE_ANSWER } from './room.ts'
import type { CitableParagraph } from './worth-citing.ts'

/** Longest piece of code, in UTF-16 code units, that says too little without the text below it. */
const SHORT_CODE = 200

export interface QuotedParagraph {
  readonly paragraph: Paragraph
  readonly quote: Span
  /** How well it answers, 0–1. */
  readonly score: number
}

interface Draft extends QuotedParagraph {
  /** What was read of it; nothing of one that is quoted because the one before it leads to it. */
  readonly evidence: Evidence | undefined
}

/**
 * Shares the room of an answer among the paragraphs worth citing, best first: first the least that each can say, then
 * more of them in turn, so that the best one never takes the room of another that is needed. The first that does not fit
 * ends the answer, so that none is passed over for a worse one.
 *
 * @param most how many paragraphs may be cited, at least 1
 * @param isBrief whether the least that each can say is enough
 */
export function quoteParagraphs(
  worth: readonly CitableParagraph[],
  library: Library,
  most: number,
  isBrief = false,
): QuotedParagraph[] {
  const drafts = draftLeast(worth, library, most)
  if (isBrief) return drafts
  let room = drafts.reduce(
    (left, draft, i) => minus(left, takenBy(draft.quote, draft.paragraph, markerAt(i))),
    WHOLE_ANSWER,
  )
  return drafts.map((draft, i) => {
    const { paragraph, evidence, quote, score } = draft
    if (evidence === undefined) return { paragraph, quote, score }
    const marker = markerAt(i)
    room = plus(room, takenBy(quote, paragraph, marker))
    const again = chooseQuote(paragraph, evidence, { fits: fitsInto(room, paragraph, marker) })
    // Alone, a sentence may not fit that does with the code below it: it must not be cut for that.
    const wider = again !== undefined && lengthOf(again) > lengthOf(quote) ? again : quote
    room = minus(room, takenBy(wider, paragraph, marker))
    return { paragraph, quote: wider, score }
  })
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function markerAt(index: number): string {
  return `[${index + 1}]`
}

function draftLeast(worth: readonly CitableParagraph[], library: Library, most: number): Draft[] {
  const drafts: Draft[] = []
  let room = WHOLE_ANSWER
  const add = (draft: Draft) => {
    room = minus(room, takenBy(draft.quote, draft.paragraph, markerAt(drafts.length)))
    drafts.push(draft)
  }
  for (const { paragraph, evidence, row, score } of worth) {
    if (drafts.length >= most) break
    const fits = (of: Paragraph) => fitsInto(room, of, markerAt(drafts.length))
    const quote = chooseQuote(paragraph, evidence, {
      fits: fits(paragraph),
      generosity: 'least',
      mayCut: drafts.length === 0,
    })
    if (quote === undefined) break
    if (drafts.some((draft) => saysTheSame(draft, paragraph, quote))) continue
    add({ paragraph, evidence, quote, score })
    const next =
      drafts.length < most
        ? (ledTo(paragraph, row, quote, library) ?? remedyOf(paragraph, row, library))
        : undefined
    const beginning = next && beginningOf(next, fits(next))
    if (next && beginning && !drafts.some((draft) => saysTheSame(draft, next, beginning)))
      add({ paragraph: next, evidence: undefined, quote: beginning, score })
  }
  return drafts
}

/** Whether a paragraph is quoted already, or another one with the same words. */
function saysTheSame(draft: Draft, paragraph: Paragraph, quote: Span): boolean {
  if (draft.paragraph.id === paragraph.id) return true
  const words = normalisedWords(paragraph.text.slice(quote.start, quote.end))
  return normalisedWords(draft.paragraph.text.slice(draft.quote.start, draft.quote.end)) === words
}

/**
 * The paragraph below, where a quote ends its own in a colon, or is a short piece of code that nothing leads to, such as
 * the name of a function above its description.
 */
function ledTo(paragraph: Paragraph, row: number, quote: Span, library: Library): Paragraph | undefined {
  const { article, section, text, blocks } = paragraph
  if (quote.end !== text.trimEnd().length || row + 1 >= library.paragraphCount) return undefined
  const next = library.paragraphAt(row + 1)
  if (next.article !== article) return undefined
  if (leadsOn(text.slice(quote.start, quote.end))) return next
  const isBareCode = quote.end - quote.start <= SHORT_CODE && blocks.every(({ kind }) => kind === 'code')
  return isBareCode && next.kind === 'prose' && next.section === section ? next : undefined
}
