import type { Paragraph } from '../../domain/paragraph.ts'
import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { kindOf } from '../../text/terms.ts'
import type { SearchableIndex } from '../searchable-index.ts'
import { addTo, type Coverage, sum, sumOfUnion } from './sentence-coverage.ts'
import { WHOLE_KINDS } from './whole-terms.ts'

/** What a paragraph says of a question, by the question's terms, see {@link Coverage.of}. */
export interface ParagraphReading {
  readonly paragraph: Paragraph
  /** What each sentence says. */
  readonly sentences: readonly Float64Array[]
  /** The same as a share of the question. */
  readonly shares: readonly number[]
  /** What all of them say together. */
  readonly said: Float64Array
  /** The most that one sentence says, and that one says with those before and after it: shares of the question. */
  readonly bestSentence: number
  readonly bestWindow: number
  /** How much of its best sentence the question says: near 1 for an echo, such as a title or an error message. */
  readonly shared: number
}

/** Remembers across questions which terms are whole words. */
export class WholeWords {
  private readonly known: Uint8Array
  private readonly lexicalIndex: LexicalIndex

  constructor(lexicalIndex: LexicalIndex) {
    this.lexicalIndex = lexicalIndex
    this.known = new Uint8Array(lexicalIndex.termDictionary.size)
  }

  readonly has = (term: number): boolean => {
    if (this.known[term] === 0)
      this.known[term] = WHOLE_KINDS.has(kindOf(this.lexicalIndex.termDictionary.key(term))) ? 1 : 2
    return this.known[term] === 1
  }
}

/** Reads paragraphs for one question, each once: a paragraph is often the neighbour of several candidates. */
export class ParagraphReader {
  private readonly readings = new Map<number, ParagraphReading>()
  private readonly coverage: Coverage
  private readonly index: SearchableIndex
  private readonly wholeWords: WholeWords

  constructor(coverage: Coverage, index: SearchableIndex, wholeWords: WholeWords) {
    this.coverage = coverage
    this.index = index
    this.wholeWords = wholeWords
  }

  /** @throws RangeError for a row that there is not */
  read(row: number): ParagraphReading {
    const known = this.readings.get(row)
    if (known !== undefined) return known
    const reading = this.readNew(row)
    this.readings.set(row, reading)
    return reading
  }

  private readNew(row: number): ParagraphReading {
    const { coverage, index } = this
    const total = coverage.total || 1
    const terms = index.lexicalIndex.sentences.of(row)
    const sentences = terms.map((numbers) => coverage.ofTerms(numbers))
    const shares = sentences.map((said) => sum(said) / total)
    const best = shares.indexOf(Math.max(...shares))
    const window = sentences.map(
      (said, at) => sumOfUnion(said, sentences[at - 1] ?? said, sentences[at + 1] ?? said) / total,
    )
    const bestTerms = terms[best]
    return {
      paragraph: index.library.paragraphAt(row),
      sentences,
      shares,
      said: unionOf(sentences, coverage.terms.length),
      bestSentence: shares[best] ?? 0,
      bestWindow: Math.max(0, ...window),
      shared: bestTerms === undefined ? 0 : coverage.sharedBySentence(bestTerms, this.wholeWords.has),
    }
  }

  /** The paragraph beside this one, if it stands under the same heading. */
  neighbour(row: number, step: -1 | 1): ParagraphReading | undefined {
    const there = row + step
    if (there < 0 || there >= this.index.library.paragraphCount) return undefined
    const { article, section } = this.read(row).paragraph
    const neighbour = this.index.library.paragraphAt(there)
    return neighbour.article === article && neighbour.section === section ? this.read(there) : undefined
  }
}

/** What several texts say together. */
export function unionOf(coverages: readonly Float64Array[], size: number): Float64Array {
  const all = new Float64Array(size)
  for (const said of coverages) addTo(all, said)
  return all
}
