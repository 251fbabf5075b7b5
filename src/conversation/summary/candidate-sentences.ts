import type { Article } from '../../domain/article.ts'
import type { BlockKind } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { countHan } from '../../text/languages.ts'

/** A sentence that a summary may quote. */
export interface CandidateSentence extends Span {
  readonly paragraph: Paragraph
  /** Which of the top sections it stands in, from 0; what stands before the first counts as one. */
  readonly section: number
  /** How far into the article it stands, 0–1. */
  readonly depth: number
  /** What speaks for it by its form alone, about 1. */
  readonly form: number
  readonly text: string
}

const READABLE: ReadonlySet<BlockKind> = new Set(['prose', 'list', 'quote'])
/** More sentences of one article are not compared with each other. */
const MOST_CANDIDATES = 500
/** Leans on the sentence before it. */
const LEANS_BACK =
  /^(?:this|these|that|those|it|its|they|their|he|she|his|her|such|but|and|so|or|yet|however|therefore|thus|hence|then|also|moreover|furthermore|for example|for instance|instead|otherwise|in this|in that|here|there|as such|similarly|likewise|again|note|see|if so|to do (?:so|this|that))\b|^(?:这|這|那|它|他|她|其|该|該|此|但|而|所以|因此|于是|於是|然而|不过|不過|可是|同时|同時|另外|此外|例如|比如|而且|并且|並且|当然|當然|也就是|还有|還有|甚至|之后|之後|随后|隨後|后来|後來|如下|同样|同樣|就|也|还|還|再|又|说到|說到|其中|当时|當時|那时|那會|那时候|这样|這樣)/i
/** Edmundson's cue phrases (New methods in automatic extracting, J. ACM 16, 1969). */
const CUE =
  /\b(?:in conclusion|in summary|to sum up|overall|the (?:main|key|most important)|importantly|in short|conclude|purpose|goal|lets you|allows you|is an?|are an?|designed to|provides)\b|总之|總之|综上|綜上|结论|結論|最重要|关键|關鍵|核心|意味|因此可见|归根结底|歸根結底|目的|主要|本质|本質/i

/** The sentences of an article, or of a stretch of its paragraphs, that can stand alone. */
export function candidateSentences(
  article: Article,
  paragraphs: readonly Paragraph[] = article.paragraphs,
): CandidateSentence[] {
  const sectionOf = topSections(article)
  const all = paragraphs.flatMap((paragraph) => {
    const { text, sentences, blocks, position } = paragraph
    const readable = blocks.filter(({ kind }) => READABLE.has(kind))
    return sentences.flatMap((span, place) => {
      const block = readable.find(({ start, end }) => start <= span.start && span.end <= end)
      if (block === undefined) return []
      const words = text.slice(span.start, span.end)
      const form = formOf(words) * (place === 0 ? 1.15 : 1) * (block.kind === 'list' ? 0.7 : 1)
      if (form === 0) return []
      const depth = (position - 1) / Math.max(1, article.paragraphs.length - 1)
      return [{ ...span, paragraph, section: sectionOf(position), depth, form, text: words }]
    })
  })
  const step = Math.ceil(all.length / MOST_CANDIDATES)
  return step <= 1 ? all : all.filter((_, at) => at % step === 0)
}

/** 0 for what says little by itself: a question, a heading, a fragment, an address. */
function formOf(sentence: string): number {
  const han = countHan(sentence)
  const words = sentence.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0
  const size = han + 2 * words
  if (size < 12 || size > 130 || sentence.length > 320) return 0
  if (!/[.。!！…)）"”」』]$/.test(sentence) || /https?:|\/\/|[{}<>|\\]|\t|\.\.\.$/.test(sentence)) return 0
  if (/^\p{Ll}/u.test(sentence)) return 0
  const isLong = size > 90 ? 0.85 : 1
  return isLong * (LEANS_BACK.test(sentence) ? 0.55 : 1) * (CUE.test(sentence) ? 1.2 : 1)
}

function topSections({ sections }: Article): (position: number) => number {
  const top = Math.min(...sections.map(({ level }) => level))
  const starts = sections.filter(({ level }) => level === top).map(({ position }) => position)
  return (position) => starts.filter((start) => start <= position).length
}
