import type { Corpus } from '../../corpus/corpus.ts'
import { headingPaths } from '../../corpus/heading-paths.ts'
import type { Paragraph, Passage } from '../../domain.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { type Terms, termsOf } from '../../text/terms.ts'
import type { CorpusContent } from '../build/recipe.ts'
import { StringTable } from '../format/string-table.ts'
import { IN_HEADING, type LexicalIndex } from './lexical-index.ts'
import { Postings } from './postings/postings.ts'
import { TermRows } from './postings/term-rows.ts'
import { LexicalIndexReuse, type PreviousLexicalIndex } from './reuse-lexical-index.ts'
import { SentenceTermsBuilder } from './sentence-terms.ts'
import { TermNumbers } from './term-numbers.ts'
import { indexUnanswered } from './unanswered.ts'

export interface LexicalIndexOptions {
  /** The lexical index of the generation before, made with the same dictionary; paragraphs that did not change are copied. */
  readonly previous?: PreviousLexicalIndex | undefined
  /** Stops the work between two paragraphs. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The lexical index of a corpus; with a previous one the same as without, only sooner.
 *
 * @param passages as toPassages made them of this corpus
 */
export function buildLexicalIndex(
  passages: readonly Passage[],
  corpus: CorpusContent,
  dictionary: BilingualDictionary,
  { previous, signal }: LexicalIndexOptions = {},
): LexicalIndex {
  const paragraphs = corpus.articles.flatMap((article) => article.paragraphs)
  const places = corpus.articles.flatMap((article) =>
    headingPaths(article).map((path) => ({ title: article.title, path })),
  )
  const remarks = StringTable.of(remarksAbout(paragraphs, corpus.writtenQuestions))
  const numbers = new TermNumbers(previous?.lexicalIndex.termDictionary)
  const builder = new LexicalIndexBuilder(
    passages,
    paragraphs,
    places,
    dictionary,
    remarks,
    numbers,
    previous,
  )
  const reuse = previous && new LexicalIndexReuse(previous, passages, remarks)
  for (let start = 0; start < passages.length; ) {
    signal?.throwIfAborted()
    const end = endOfParagraph(passages, start)
    const before = reuse?.firstRowBefore(start, end)
    if (before === undefined || !builder.keep(before, start, end)) builder.analyse(start, end)
    start = end
  }
  return {
    ...builder.finish(),
    unanswered: indexUnanswered(
      corpus.unanswered.map(({ text }) => text),
      dictionary,
    ),
  }
}

/** Where a paragraph stands: the title of its article and the headings above it, outermost first. */
interface Place {
  readonly title: string
  readonly path: readonly string[]
}

/** Gathers the terms of the passages, paragraph by paragraph. */
class LexicalIndexBuilder {
  private readonly passages: readonly Passage[]
  private readonly paragraphs: readonly Paragraph[]
  private readonly places: readonly Place[]
  private readonly dictionary: BilingualDictionary
  private readonly remarks: StringTable
  private readonly numbers: TermNumbers
  private readonly previous: LexicalIndex | undefined
  private readonly paragraphsBefore: ArrayLike<number> | undefined
  /** For each row of the previous lexical index, where it is kept, or −1. */
  private readonly keptRows: Int32Array
  /** Rows that are analysed, ascending, and their terms. */
  private readonly newRows: number[] = []
  private readonly texts = new TermRows()
  private readonly headings = new TermRows()
  private readonly questions = new TermRows()
  private readonly sentences = new SentenceTermsBuilder()
  private headingTerms: { readonly place: string; readonly terms: Terms } | undefined
  private readonly textLengths: Uint16Array
  private readonly questionLengths: Uint16Array

  constructor(
    passages: readonly Passage[],
    paragraphs: readonly Paragraph[],
    places: readonly Place[],
    dictionary: BilingualDictionary,
    remarks: StringTable,
    numbers: TermNumbers,
    before: PreviousLexicalIndex | undefined,
  ) {
    const previous = before?.lexicalIndex
    this.passages = passages
    this.numbers = numbers
    this.paragraphs = paragraphs
    this.places = places
    this.dictionary = dictionary
    this.remarks = remarks
    this.previous = previous
    this.paragraphsBefore = before?.passages.paragraphs
    this.keptRows = new Int32Array(previous?.texts.lengths.length ?? 0).fill(-1)
    this.textLengths = new Uint16Array(passages.length)
    this.questionLengths = new Uint16Array(passages.length)
  }

  /**
   * Takes the rows of a paragraph over as they were.
   *
   * @returns false where another paragraph of the same words has taken them already
   */
  keep(firstRowBefore: number, start: number, end: number): boolean {
    if (this.keptRows[firstRowBefore] !== -1) return false
    for (let row = start; row < end; row++) {
      const before = firstRowBefore + row - start
      this.keptRows[before] = row
      this.textLengths[row] = this.previous?.texts.lengths[before] ?? 0
      this.questionLengths[row] = this.previous?.questions.lengths[before] ?? 0
    }
    // Terms of the index before keep their numbers until all are numbered anew.
    const paragraphBefore = this.paragraphsBefore?.[firstRowBefore] ?? 0
    this.sentences.add(this.previous?.sentences.of(paragraphBefore) ?? [])
    return true
  }

  /**
   * Takes apart the passages of one paragraph. A piece is found by its own terms and by those of the questions that it
   * answers; the first one also by what is remarked about the paragraph.
   */
  analyse(start: number, end: number): void {
    const passages = this.passages.slice(start, end)
    const row = passages[0]?.paragraph ?? 0
    const sentences = this.readSentences(row)
    const own = passages.map((passage) =>
      passage.kind === 'text' ? termsWithin(passage, sentences) : termsOf(passage.text, this.dictionary),
    )
    const texts = own.map((terms, at) => (passages[at]?.kind === 'text' ? new Map(terms) : undefined))
    merge(texts[0], termsOf(this.remarks.at(row), this.dictionary))
    for (const [at, passage] of passages.entries()) {
      if (passage.kind === 'question') merge(texts[pieceOf(passages, passage.start)], own[at])
    }
    for (const [at, terms] of own.entries()) {
      const isText = passages[at]?.kind === 'text'
      const length = Math.min(Math.max(1, wordCount(terms)), 0xffff)
      ;(isText ? this.textLengths : this.questionLengths)[start + at] = length
      this.newRows.push(start + at)
      this.addRow(this.texts, texts[at])
      // A field of its own: a name that stands in the title would stand in every row, and tell nothing any more.
      this.addRow(this.headings, isText ? this.termsAbove(row) : undefined)
      this.addRow(this.questions, isText ? undefined : terms)
    }
    this.sentences.add(
      sentences.map(({ terms }) => Array.from(terms.keys(), (key) => this.numbers.numberOf(key))),
    )
  }

  private readSentences(row: number): ReadSentence[] {
    const paragraph = this.paragraphs[row]
    if (paragraph === undefined) throw new RangeError(`No paragraph ${row} among ${this.paragraphs.length}`)
    const { text, sentences } = paragraph
    return sentences.map(({ start, end }) => ({
      start,
      terms: termsOf(text.slice(start, end), this.dictionary),
    }))
  }

  /** The terms of the title and the headings above a paragraph; the same for all that stand under one heading. */
  private termsAbove(row: number): Terms {
    const { title, path } = this.places[row] ?? { title: '', path: [] }
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

  finish(): Omit<LexicalIndex, 'unanswered'> {
    const texts = this.collect(this.texts, this.previous?.texts, this.textLengths)
    const headings = this.collect(this.headings, this.previous?.headings, this.textLengths)
    const questions = this.collect(this.questions, this.previous?.questions, this.questionLengths)
    const used = new Uint8Array(this.numbers.count)
    for (let term = 0; term < used.length; term++)
      used[term] = texts.holds(term) || headings.holds(term) || questions.holds(term) ? 1 : 0
    this.sentences.mark(used)
    const { termDictionary, places } = this.numbers.finish(used)
    return {
      dictionary: this.dictionary,
      termDictionary,
      texts: texts.renumbered(places, termDictionary.size),
      headings: headings.renumbered(places, termDictionary.size),
      questions: questions.renumbered(places, termDictionary.size),
      sentences: this.sentences.finish(places),
      remarks: this.remarks,
    }
  }

  /** What was analysed, and what is kept of the previous lexical index. */
  private collect(added: TermRows, previous: Postings | undefined, lengths: Uint16Array): Postings {
    const termCount = this.numbers.count
    if (previous === undefined) return Postings.of(termCount, added, lengths)
    const newRows = Int32Array.from(this.newRows)
    const parts = [
      { postings: previous, rowOf: this.keptRows },
      { postings: Postings.of(termCount, added, new Uint16Array(newRows.length)), rowOf: newRows },
    ]
    return Postings.merged(termCount, parts, lengths)
  }

  private addRow(rows: TermRows, terms: Terms | undefined): void {
    for (const [key, { count }] of terms ?? []) rows.add(this.numbers.numberOf(key), count)
    rows.endRow()
  }
}

/** Names and context of each paragraph; empty where nothing is remarked. */
function remarksAbout(
  paragraphs: readonly Paragraph[],
  writtenQuestions: Corpus['writtenQuestions'],
): string[] {
  const remarks = new Map(
    writtenQuestions.map(({ paragraph, context, names }) => [
      paragraph,
      [context ?? '', ...names].join('\n'),
    ]),
  )
  if (remarks.size === 0) return paragraphs.map(() => '')
  return paragraphs.map(({ id }) => remarks.get(id) ?? '')
}

function endOfParagraph(passages: readonly Passage[], start: number): number {
  let end = start + 1
  while (passages[end]?.paragraph === passages[start]?.paragraph && end < passages.length) end++
  return end
}

/** The piece of a paragraph in which a position lies; pieces stand before the paragraph's questions. */
function pieceOf(passages: readonly Passage[], position: number): number {
  let at = 0
  while (passages[at + 1]?.kind === 'text' && (passages[at]?.end ?? 0) <= position) at++
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
