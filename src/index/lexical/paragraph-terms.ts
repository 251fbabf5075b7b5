import type { Paragraph } from '../../domain/paragraph.ts'
import type { Passage } from '../../domain/passage.ts'
import { itemAt } from '../../item-at.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { type Terms, termsOf } from '../../text/terms.ts'
import { IN_HEADING } from './lexical-index.ts'

/** A paragraph and what is known about it. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph
  /** Title of its article. */
  readonly title: string
  /** The headings above it, outermost first. */
  readonly path: readonly string[]
  /** Names and context that were written about it; empty where nothing was. */
  readonly remark: string
}

/** What a passage is found by; in the field of a question nothing but the question itself. */
interface PassageTerms {
  readonly text: Terms | undefined
  readonly heading: Terms | undefined
  readonly question: Terms | undefined
  /** How many words it has, from 1. */
  readonly length: number
}

export interface ParagraphTerms {
  readonly sentences: readonly Terms[]
  /** One for each passage. */
  readonly passages: readonly PassageTerms[]
}

/** Takes paragraphs apart into terms. */
export class ParagraphAnalyser {
  private readonly dictionary: BilingualDictionary
  private headingTerms: { readonly place: string; readonly terms: Terms } | undefined

  constructor(dictionary: BilingualDictionary) {
    this.dictionary = dictionary
  }

  /**
   * The terms of one paragraph. A piece is found by its own terms and by those of the questions that it answers; the
   * first one also by what is remarked about the paragraph.
   *
   * @param passages all that the paragraph has, pieces before questions
   */
  termsOf(passages: readonly Passage[], placed: PlacedParagraph): ParagraphTerms {
    const sentences = this.readSentences(placed.paragraph)
    const own = passages.map((passage) =>
      passage.kind === 'text' ? termsWithin(passage, sentences) : termsOf(passage.text, this.dictionary),
    )
    const texts = own.map((terms, at) => (passages[at]?.kind === 'text' ? new Map(terms) : undefined))
    merge(texts[0], termsOf(placed.remark, this.dictionary))
    for (const [at, passage] of passages.entries()) {
      if (passage.kind === 'question') merge(texts[pieceOf(passages, passage.start)], own[at])
    }
    return {
      sentences: sentences.map(({ terms }) => terms),
      passages: own.map((terms, at) => {
        const isText = itemAt(passages, at).kind === 'text'
        return {
          text: texts[at],
          // A field of its own: a name that stands in the title would stand in every row, and tell nothing any more.
          heading: isText ? this.termsAbove(placed) : undefined,
          question: isText ? undefined : terms,
          length: Math.max(1, wordCount(terms)),
        }
      }),
    }
  }

  private readSentences({ text, sentences }: Paragraph): ReadSentence[] {
    return sentences.map(({ start, end }) => ({
      start,
      terms: termsOf(text.slice(start, end), this.dictionary),
    }))
  }

  /** The terms of the title and the headings above a paragraph; the same for all that stand under one heading. */
  private termsAbove({ title, path }: PlacedParagraph): Terms {
    const place = [title, ...path].join('\n')
    if (this.headingTerms?.place !== place) {
      const terms: Terms = new Map()
      const count = (text: string, times: number) => {
        for (const [key, { kind }] of termsOf(text, this.dictionary)) terms.set(key, { kind, count: times })
      }
      count([title, ...path.slice(0, -1)].join('\n'), 1)
      count(path.at(-1) ?? '', IN_HEADING)
      this.headingTerms = { place, terms }
    }
    return this.headingTerms.terms
  }
}

/** The piece of a paragraph in which a position lies; pieces stand before the paragraph's questions. */
function pieceOf(passages: readonly Passage[], position: number): number {
  let at = 0
  while (passages[at + 1]?.kind === 'text' && itemAt(passages, at).end <= position) at++
  return at
}

interface ReadSentence {
  /** Where it begins in its paragraph. */
  readonly start: number
  readonly terms: Terms
}

/** The terms of a piece, which is made of whole sentences. */
function termsWithin({ start, end }: Passage, sentences: readonly ReadSentence[]): Terms {
  const terms: Terms = new Map()
  for (const sentence of sentences)
    if (sentence.start >= start && sentence.start < end) merge(terms, sentence.terms)
  return terms
}

function merge(into: Terms | undefined, terms: Terms | undefined): void {
  if (into === undefined || terms === undefined) return
  for (const [key, { kind, count }] of terms)
    into.set(key, { kind, count: (into.get(key)?.count ?? 0) + count })
}

function wordCount(terms: Terms): number {
  let words = 0
  for (const { kind, count } of terms.values()) if (kind === 'word' || kind === 'latin') words += count
  return words
}
