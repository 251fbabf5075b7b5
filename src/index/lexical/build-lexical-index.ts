import type { Corpus } from '../../corpus/corpus.ts'
import { headingPaths } from '../../corpus/heading-paths.ts'
import type { Passage } from '../../domain/passage.ts'
import { itemAt } from '../../item-at.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import type { Terms } from '../../text/terms.ts'
import type { CorpusContent } from '../build/recipe.ts'
import { StringTable } from '../format/string-table.ts'
import type { LexicalIndex } from './lexical-index.ts'
import { ParagraphAnalyser, type ParagraphTerms, type PlacedParagraph } from './paragraph-terms.ts'
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

/** Lengths are kept in 16 bits. */
const LONGEST = 0xffff

/**
 * The lexical index of a corpus. A previous one only saves work; the result is the same.
 *
 * @param passages as toPassages made them of this corpus
 */
export function buildLexicalIndex(
  passages: readonly Passage[],
  corpus: CorpusContent,
  dictionary: BilingualDictionary,
  { previous, signal }: LexicalIndexOptions = {},
): LexicalIndex {
  const paragraphs = placedParagraphs(corpus)
  const remarks = StringTable.of(paragraphs.map(({ remark }) => remark))
  const analyser = new ParagraphAnalyser(dictionary)
  const builder = new LexicalIndexBuilder(passages.length, previous)
  const reuse = previous && new LexicalIndexReuse(previous, passages, remarks)
  for (let start = 0; start < passages.length; ) {
    signal?.throwIfAborted()
    const end = endOfParagraph(passages, start)
    const before = reuse?.firstRowBefore(start, end)
    if (before === undefined || !builder.keep(before, start, end)) {
      const paragraph = itemAt(paragraphs, itemAt(passages, start).paragraphRow)
      builder.add(start, analyser.termsOf(passages.slice(start, end), paragraph))
    }
    start = end
  }
  return {
    ...builder.finish(),
    dictionary,
    remarks,
    unanswered: indexUnanswered(
      corpus.unanswered.map(({ text }) => text),
      dictionary,
    ),
  }
}

/** Gathers the terms of the passages, paragraph by paragraph. */
class LexicalIndexBuilder {
  private readonly previous: PreviousLexicalIndex | undefined
  private readonly numbers: TermNumbers
  /** For each row of the previous lexical index, where it is kept, or −1. */
  private readonly keptRows: Int32Array
  /** Rows that are analysed, ascending, and their terms. */
  private readonly newRows: number[] = []
  private readonly texts = new TermRows()
  private readonly headings = new TermRows()
  private readonly questions = new TermRows()
  private readonly sentences = new SentenceTermsBuilder()
  private readonly textLengths: Uint16Array
  private readonly questionLengths: Uint16Array

  constructor(passageCount: number, previous: PreviousLexicalIndex | undefined) {
    this.previous = previous
    this.numbers = new TermNumbers(previous?.lexicalIndex.termDictionary)
    this.keptRows = new Int32Array(previous?.passages.count ?? 0).fill(-1)
    this.textLengths = new Uint16Array(passageCount)
    this.questionLengths = new Uint16Array(passageCount)
  }

  /**
   * Takes the rows of a paragraph over as they were.
   *
   * @returns false where another paragraph of the same words has taken them already
   */
  keep(firstRowBefore: number, start: number, end: number): boolean {
    if (this.previous === undefined || this.keptRows[firstRowBefore] !== -1) return false
    const { passages, lexicalIndex } = this.previous
    for (let row = start; row < end; row++) {
      const before = firstRowBefore + row - start
      this.keptRows[before] = row
      this.textLengths[row] = itemAt(lexicalIndex.texts.lengths, before)
      this.questionLengths[row] = itemAt(lexicalIndex.questions.lengths, before)
    }
    // Terms of the index before keep their numbers until all are numbered anew.
    this.sentences.add(lexicalIndex.sentences.of(itemAt(passages.paragraphs, firstRowBefore)))
    return true
  }

  /** Adds the passages of a paragraph, from a row on. */
  add(start: number, { passages, sentences }: ParagraphTerms): void {
    for (const [at, { text, heading, question, length }] of passages.entries()) {
      const lengths = question === undefined ? this.textLengths : this.questionLengths
      lengths[start + at] = Math.min(length, LONGEST)
      this.newRows.push(start + at)
      this.addRow(this.texts, text)
      this.addRow(this.headings, heading)
      this.addRow(this.questions, question)
    }
    this.sentences.add(
      sentences.map((terms) => Array.from(terms.keys(), (key) => this.numbers.numberOf(key))),
    )
  }

  finish(): Pick<LexicalIndex, 'termDictionary' | 'texts' | 'headings' | 'questions' | 'sentences'> {
    const before = this.previous?.lexicalIndex
    const texts = this.collect(this.texts, before?.texts, this.textLengths)
    const headings = this.collect(this.headings, before?.headings, this.textLengths)
    const questions = this.collect(this.questions, before?.questions, this.questionLengths)
    const used = new Uint8Array(this.numbers.count)
    for (let term = 0; term < used.length; term++)
      used[term] = texts.holds(term) || headings.holds(term) || questions.holds(term) ? 1 : 0
    this.sentences.mark(used)
    const { termDictionary, places } = this.numbers.finish(used)
    return {
      termDictionary,
      texts: texts.renumbered(places, termDictionary.size),
      headings: headings.renumbered(places, termDictionary.size),
      questions: questions.renumbered(places, termDictionary.size),
      sentences: this.sentences.finish(places),
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

function placedParagraphs({ articles, writtenQuestions }: CorpusContent): PlacedParagraph[] {
  const remarks = remarksIn(writtenQuestions)
  return articles.flatMap((article) => {
    const paths = headingPaths(article)
    return article.paragraphs.map((paragraph, at) => ({
      paragraph,
      title: article.title,
      path: itemAt(paths, at),
      // An id is put together when it is asked for.
      remark: remarks.size === 0 ? '' : (remarks.get(paragraph.id) ?? ''),
    }))
  })
}

/** Names and context by the ids of the paragraphs that they were written about. */
function remarksIn(writtenQuestions: Corpus['writtenQuestions']): Map<string, string> {
  return new Map(
    writtenQuestions.map(({ paragraphId, context, names }) => [
      paragraphId,
      [context ?? '', ...names].join('\n'),
    ]),
  )
}

function endOfParagraph(passages: readonly Passage[], start: number): number {
  let end = start + 1
  while (passages[end]?.paragraphRow === passages[start]?.paragraphRow && end < passages.length) end++
  return end
}
