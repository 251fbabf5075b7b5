import type { Corpus } from '../corpus/corpus.ts'
import type { Passage } from '../domain.ts'
import { Dictionary, type DictionaryData } from '../text/dictionary.ts'
import { type Terms, termsOf } from '../text/terms.ts'
import { type Sections, section, textSection, withoutPrefix, withPrefix } from './container.ts'
import { type Occurrence, Postings } from './postings.ts'
import { Vocabulary } from './vocabulary.ts'

/** Names the way passages and terms are made; raise it when they would be others. */
export const ANALYSIS = 'terms/1'

/** The lexical side of an index. Rows are those of the passages. */
export interface Lexicon {
  readonly dictionary: Dictionary
  readonly vocabulary: Vocabulary
  /** Pieces of paragraphs, with the terms of all that was written ahead about them. */
  readonly texts: Postings
  /** Questions written ahead, each by itself. */
  readonly questions: Postings
}

/**
 * @param passages as toPassages made them of this corpus
 * @param signal stops the work between two passages
 */
export function buildLexicon(
  passages: readonly Passage[],
  { articles, writtenQuestions }: Pick<Corpus, 'articles' | 'writtenQuestions'>,
  dictionary: Dictionary,
  signal?: AbortSignal,
): Lexicon {
  const paragraphs = articles.flatMap((article) => article.paragraphs)
  const own = passages.map(({ kind, text, paragraph, start, end }) => {
    signal?.throwIfAborted()
    // Without title and heading: a name that stands in them would stand in every row, and tell nothing any more.
    return termsOf(kind === 'text' ? (paragraphs[paragraph]?.text.slice(start, end) ?? '') : text, dictionary)
  })
  const texts = own.map((terms, row) => (passages[row]?.kind === 'text' ? new Map(terms) : undefined))
  const remarks = remarksByParagraph(paragraphs, writtenQuestions)
  let firstPiece = 0
  for (const [row, passage] of passages.entries()) {
    const isFirstPiece = passages[firstPiece]?.paragraph !== passage.paragraph || row === 0
    if (isFirstPiece) {
      firstPiece = row
      merge(texts[row], termsOf(remarks.get(passage.paragraph) ?? '', dictionary))
    }
    if (passage.kind === 'question') merge(texts[pieceOf(passages, firstPiece, passage.start)], own[row])
  }
  const questions = own.map((terms, row) => (passages[row]?.kind === 'question' ? terms : undefined))
  const vocabulary = Vocabulary.of(
    own.concat(texts.filter((terms) => terms !== undefined)).flatMap((terms) => [...terms.keys()]),
  )
  return {
    dictionary,
    vocabulary,
    texts: postingsOf(texts, vocabulary, own),
    questions: postingsOf(questions, vocabulary, own),
  }
}

/** Names and contexts by the row of the paragraph that they are about. */
function remarksByParagraph(
  paragraphs: readonly { readonly id: string }[],
  writtenQuestions: Corpus['writtenQuestions'],
): Map<number, string> {
  const rows = new Map(paragraphs.map(({ id }, row) => [id, row]))
  return new Map(
    writtenQuestions.map(({ paragraph, context, names }) => [
      rows.get(paragraph) ?? -1,
      [context ?? '', ...names].join('\n'),
    ]),
  )
}

/** The piece of a paragraph in which a position lies; pieces stand before the paragraph's questions. */
function pieceOf(passages: readonly Passage[], firstPiece: number, position: number): number {
  let row = firstPiece
  while (passages[row + 1]?.kind === 'text' && (passages[row]?.end ?? 0) <= position) row++
  return row
}

function merge(into: Terms | undefined, terms: Terms | undefined): void {
  if (into === undefined || terms === undefined) return
  for (const [key, { kind, count }] of terms)
    into.set(key, { kind, count: (into.get(key)?.count ?? 0) + count })
}

/** @param own the terms of the passages themselves, by which a row's length is measured */
function postingsOf(
  rows: readonly (Terms | undefined)[],
  vocabulary: Vocabulary,
  own: readonly Terms[],
): Postings {
  const numbers = new Map<string, number>()
  for (let term = 0; term < vocabulary.size; term++) numbers.set(vocabulary.key(term), term)
  const occurrences = rows.map((terms): Occurrence[] =>
    [...(terms ?? [])].map(([key, { count }]) => ({ term: numbers.get(key) ?? 0, count })),
  )
  const lengths = rows.map((terms, row) =>
    terms === undefined ? 0 : Math.max(1, wordCount(own[row] ?? terms)),
  )
  return Postings.of(vocabulary.size, occurrences, lengths)
}

function wordCount(terms: Terms): number {
  let words = 0
  for (const { kind, count } of terms.values()) if (kind === 'word' || kind === 'latin') words += count
  return words
}

export function encodeLexicon({ dictionary, vocabulary, texts, questions }: Lexicon): Sections {
  return {
    ...withPrefix('dictionary', { ...dictionary.data }),
    ...withPrefix('vocabulary', vocabulary.toSections()),
    ...withPrefix('texts', texts.toSections()),
    ...withPrefix('questions', questions.toSections()),
  }
}

/** @throws IndexError `damaged` where the sections hold no lexicon */
export function decodeLexicon(sections: Sections): Lexicon {
  return {
    dictionary: new Dictionary(decodeDictionary(withoutPrefix('dictionary', sections))),
    vocabulary: Vocabulary.fromSections(withoutPrefix('vocabulary', sections)),
    texts: Postings.fromSections(withoutPrefix('texts', sections)),
    questions: Postings.fromSections(withoutPrefix('questions', sections)),
  }
}

function decodeDictionary(sections: Sections): DictionaryData {
  return {
    version: textSection(sections, 'version'),
    words: textSection(sections, 'words'),
    stems: textSection(sections, 'stems'),
    glossOffsets: section(sections, 'glossOffsets', Uint32Array),
    glossStems: section(sections, 'glossStems', Uint16Array),
    glossWeights: section(sections, 'glossWeights', Uint8Array),
    stemRarity: section(sections, 'stemRarity', Float32Array),
  }
}
