import type { Corpus } from '../corpus/corpus.ts'
import type { Paragraph, Passage } from '../domain.ts'
import type { Dictionary } from '../text/dictionary.ts'
import { type Terms, termsOf } from '../text/terms.ts'
import type { Lexicon } from './lexicon.ts'
import { Postings } from './postings.ts'
import type { CorpusContent } from './recipe.ts'
import { LexiconReuse, type PreviousLexicon } from './reuse-lexicon.ts'
import { StringTable } from './string-table.ts'
import { TermNumbers } from './term-numbers.ts'
import { TermRows } from './term-rows.ts'
import { indexUnanswered } from './unanswered.ts'

export interface LexiconOptions {
  /** The lexicon of the generation before, made with the same dictionary; paragraphs that did not change are copied. */
  readonly previous?: PreviousLexicon | undefined
  /** Stops the work between two paragraphs. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The lexicon of a corpus; with a previous one the same as without, only sooner.
 *
 * @param passages as toPassages made them of this corpus
 */
export function buildLexicon(
  passages: readonly Passage[],
  corpus: CorpusContent,
  dictionary: Dictionary,
  { previous, signal }: LexiconOptions = {},
): Lexicon {
  const paragraphs = corpus.articles.flatMap((article) => article.paragraphs)
  const remarks = StringTable.of(remarksAbout(paragraphs, corpus.writtenQuestions))
  const numbers = new TermNumbers(previous?.lexicon.vocabulary)
  const builder = new LexiconBuilder(passages, paragraphs, dictionary, remarks, numbers)
  const reuse = previous && new LexiconReuse(previous, passages, remarks)
  for (let start = 0; start < passages.length; ) {
    signal?.throwIfAborted()
    const end = endOfParagraph(passages, start)
    const before = reuse?.firstRowBefore(start, end)
    if (reuse && before !== undefined) builder.copy(reuse, before, end - start)
    else builder.analyse(start, end)
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
class LexiconBuilder {
  private readonly passages: readonly Passage[]
  private readonly paragraphs: readonly Paragraph[]
  private readonly dictionary: Dictionary
  private readonly remarks: StringTable
  private readonly numbers: TermNumbers
  private readonly texts = new TermRows()
  private readonly questions = new TermRows()
  private readonly textLengths: Uint16Array
  private readonly questionLengths: Uint16Array

  constructor(
    passages: readonly Passage[],
    paragraphs: readonly Paragraph[],
    dictionary: Dictionary,
    remarks: StringTable,
    numbers: TermNumbers,
  ) {
    this.passages = passages
    this.numbers = numbers
    this.paragraphs = paragraphs
    this.dictionary = dictionary
    this.remarks = remarks
    this.textLengths = new Uint16Array(passages.length)
    this.questionLengths = new Uint16Array(passages.length)
  }

  /** Takes the rows of a paragraph over as they were. */
  copy(reuse: LexiconReuse, firstRowBefore: number, count: number): void {
    for (let row = firstRowBefore; row < firstRowBefore + count; row++) {
      const at = this.texts.rowCount
      this.textLengths[at] = reuse.textLengths[row] ?? 0
      this.questionLengths[at] = reuse.questionLengths[row] ?? 0
      this.texts.addRowOf(reuse.texts, row)
      this.questions.addRowOf(reuse.questions, row)
    }
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
      this.addRow(this.texts, texts[at])
      this.addRow(this.questions, isText ? undefined : terms)
    }
  }

  /** Without title and heading: a name that stands in them would stand in every row, and tell nothing any more. */
  private ownText({ kind, text, paragraph, start, end }: Passage): string {
    return kind === 'text' ? (this.paragraphs[paragraph]?.text.slice(start, end) ?? '') : text
  }

  finish(): Omit<Lexicon, 'unanswered'> {
    const { texts, questions } = this
    const used = new Uint8Array(this.numbers.count)
    for (const { terms } of [texts, questions]) for (const term of terms) used[term] = 1
    const { vocabulary, places } = this.numbers.finish(used)
    for (const { terms } of [texts, questions]) {
      for (let at = 0; at < terms.length; at++) terms[at] = places[terms[at] ?? 0] ?? 0
    }
    return {
      dictionary: this.dictionary,
      vocabulary,
      texts: Postings.of(vocabulary.size, texts, this.textLengths),
      questions: Postings.of(vocabulary.size, questions, this.questionLengths),
      remarks: this.remarks,
    }
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
