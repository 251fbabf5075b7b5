import type { Corpus } from '../../corpus/corpus.ts'
import type { Paragraph, Passage } from '../../domain.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { type Terms, termsOf } from '../../text/terms.ts'
import type { CorpusContent } from '../build/recipe.ts'
import { StringTable } from '../format/string-table.ts'
import type { LexicalIndex } from './lexical-index.ts'
import { Postings } from './postings/postings.ts'
import { TermRows } from './postings/term-rows.ts'
import { LexicalIndexReuse, type PreviousLexicalIndex } from './reuse-lexical-index.ts'
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
  const remarks = StringTable.of(remarksAbout(paragraphs, corpus.writtenQuestions))
  const numbers = new TermNumbers(previous?.lexicalIndex.termDictionary)
  const builder = new LexicalIndexBuilder(
    passages,
    paragraphs,
    dictionary,
    remarks,
    numbers,
    previous?.lexicalIndex,
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

/** Gathers the terms of the passages, paragraph by paragraph. */
class LexicalIndexBuilder {
  private readonly passages: readonly Passage[]
  private readonly paragraphs: readonly Paragraph[]
  private readonly dictionary: BilingualDictionary
  private readonly remarks: StringTable
  private readonly numbers: TermNumbers
  private readonly previous: LexicalIndex | undefined
  /** For each row of the previous lexical index, where it is kept, or −1. */
  private readonly keptRows: Int32Array
  /** Rows that are analysed, ascending, and their terms. */
  private readonly newRows: number[] = []
  private readonly texts = new TermRows()
  private readonly questions = new TermRows()
  private readonly textLengths: Uint16Array
  private readonly questionLengths: Uint16Array

  constructor(
    passages: readonly Passage[],
    paragraphs: readonly Paragraph[],
    dictionary: BilingualDictionary,
    remarks: StringTable,
    numbers: TermNumbers,
    previous: LexicalIndex | undefined,
  ) {
    this.passages = passages
    this.numbers = numbers
    this.paragraphs = paragraphs
    this.dictionary = dictionary
    this.remarks = remarks
    this.previous = previous
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
    return true
  }

  /**
   * Takes apart the passages of one paragraph. A piece is found by its own terms and by those of the questions that it
   * answers; the first one also by what is remarked about the paragraph.
   */
  analyse(start: number, end: number): void {
    const passages = this.passages.slice(start, end)
    const own = passages.map((passage) => termsOf(this.ownText(passage), this.dictionary))
    const texts = own.map((terms, at) => (passages[at]?.kind === 'text' ? new Map(terms) : undefined))
    merge(texts[0], termsOf(this.remarks.at(passages[0]?.paragraph ?? 0), this.dictionary))
    for (const [at, passage] of passages.entries()) {
      if (passage.kind === 'question') merge(texts[pieceOf(passages, passage.start)], own[at])
    }
    for (const [at, terms] of own.entries()) {
      const isText = passages[at]?.kind === 'text'
      const length = Math.min(Math.max(1, wordCount(terms)), 0xffff)
      ;(isText ? this.textLengths : this.questionLengths)[start + at] = length
      this.newRows.push(start + at)
      this.addRow(this.texts, texts[at])
      this.addRow(this.questions, isText ? undefined : terms)
    }
  }

  /** Without title and heading: a name that stands in them would stand in every row, and tell nothing any more. */
  private ownText({ kind, text, paragraph, start, end }: Passage): string {
    return kind === 'text' ? (this.paragraphs[paragraph]?.text.slice(start, end) ?? '') : text
  }

  finish(): Omit<LexicalIndex, 'unanswered'> {
    const texts = this.collect(this.texts, this.previous?.texts, this.textLengths)
    const questions = this.collect(this.questions, this.previous?.questions, this.questionLengths)
    const used = new Uint8Array(this.numbers.count)
    for (let term = 0; term < used.length; term++)
      used[term] = texts.holds(term) || questions.holds(term) ? 1 : 0
    const { termDictionary, places } = this.numbers.finish(used)
    return {
      dictionary: this.dictionary,
      termDictionary,
      texts: texts.renumbered(places, termDictionary.size),
      questions: questions.renumbered(places, termDictionary.size),
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
