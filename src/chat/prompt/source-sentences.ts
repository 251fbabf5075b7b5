import type { Article } from '../../domain/article.ts'
import type { Library } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import type { RankedParagraph, Retrieval } from '../../retrieval/retriever.ts'
import { countTokens } from './count-tokens.ts'
import { drawPrefixes, type Random } from './labels.ts'
import { oneLine } from './one-line.ts'
import { isOrder } from './orders.ts'

/** Small models lose their way in more. */
const MOST_PARAGRAPHS = 8
/** Of a longer paragraph, the sentences around those that come nearest; in characters. */
const LONGEST_PARAGRAPH = 1200
/** What a label and the end of a line take beside the sentence. */
const TOKENS_PER_LABEL = 6

/** A sentence of a paragraph, under the label that stands for it in one prompt. */
export interface SourceSentence extends Span {
  readonly label: string
  readonly source: SourceParagraph
  /** The sentence as the model reads it. */
  readonly line: string
}

/** A paragraph that a model may answer from. */
export interface SourceParagraph {
  readonly paragraph: Paragraph
  readonly article: Article
  /** How well it answers, 0–1. */
  readonly score: number
  readonly sentences: readonly SourceSentence[]
}

export interface SourceOptions {
  /** How many tokens the sentences may have, labels and headings included. */
  readonly tokens: number
  /** What else stands in the prompt, and says nothing that looks like a label. */
  readonly beside: readonly string[]
  readonly random?: Random | undefined
}

/** The sentences that a model may answer from, each under a label of its own: those of the best paragraphs that fit. */
export function labelSentences(
  { ranked }: Pick<Retrieval, 'ranked'>,
  library: Library,
  { tokens, beside, random }: SourceOptions,
): SourceParagraph[] {
  let room = tokens
  const chosen = ranked.slice(0, MOST_PARAGRAPHS).flatMap((candidate) => {
    const paragraph = library.paragraphAt(candidate.paragraphRow)
    const article = library.article(paragraph.article)
    if (article === undefined) return []
    const left = room - countTokens(headingOf({ article, paragraph }))
    const lines = linesAround(paragraph, candidate, left)
    if (lines.length === 0) return []
    room = left - lines.reduce((sum, { line }) => sum + tokensOf(line), 0)
    return [{ paragraph, article, score: candidate.probability, lines }]
  })
  const texts = chosen.flatMap(({ lines, ...placed }) => [
    headingOf(placed),
    ...lines.map(({ line }) => line),
  ])
  const prefixes = drawPrefixes(chosen.length, [...texts, ...beside], random)
  return chosen.map(({ lines, ...placed }, at) => {
    const sentences: SourceSentence[] = []
    const source = { ...placed, sentences }
    for (const [i, line] of lines.entries())
      sentences.push({ ...line, label: `${prefixes[at]}${i + 1}`, source })
    return source
  })
}

/** Title and heading, which often name what the sentences are about. */
export function headingOf({ article, paragraph }: Pick<SourceParagraph, 'article' | 'paragraph'>): string {
  const { title } = article
  return oneLine(paragraph.section === '' ? title : `${title} – ${paragraph.section}`)
}

type Line = Span & { readonly line: string }

/** The sentences nearest to what was found, in their order, as many as there is room for. Orders are left out. */
function linesAround({ text, sentences }: Paragraph, { focus }: RankedParagraph, tokens: number): Line[] {
  const centre =
    focus === undefined
      ? 0
      : Math.max(
          0,
          sentences.findIndex(({ end }) => end > focus.start),
        )
  const byDistance = sentences
    .map((sentence, at) => ({ ...sentence, at, line: oneLine(text.slice(sentence.start, sentence.end)) }))
    .filter(({ start, end, line }) => line !== '' && !isOrder(text.slice(start, end)))
    .sort((a, b) => Math.abs(a.at - centre) - Math.abs(b.at - centre) || a.at - b.at)
  const taken: typeof byDistance = []
  let left = tokens
  let length = 0
  for (const sentence of byDistance) {
    length += sentence.line.length
    left -= tokensOf(sentence.line)
    if (left < 0 || (taken.length > 0 && length > LONGEST_PARAGRAPH)) break
    taken.push(sentence)
  }
  return taken.sort((a, b) => a.at - b.at).map(({ start, end, line }) => ({ start, end, line }))
}

function tokensOf(line: string): number {
  return countTokens(line) + TOKENS_PER_LABEL
}
