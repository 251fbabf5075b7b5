import type { Paragraph } from '../../domain/paragraph.ts'
import { ReadSentences } from '../../index/lexical/sentence-terms.ts'
import type { SearchableIndex } from '../searchable-index.ts'
import { addTo, type Coverage, sum, sumOfUnion } from './sentence-coverage.ts'
import { WholeWorths } from './whole-worths.ts'

/** What a paragraph says of a question, by the question's terms, see {@link Coverage.of}. */
export interface ParagraphReading {
  readonly paragraph: Paragraph
  /** What each sentence says. */
  readonly sentences: readonly Float64Array[]
  /** How much of the question each sentence says, as a share. */
  readonly shares: readonly number[]
  /** What all of them say together. */
  readonly said: Float64Array
  /** The most that one sentence says, as a share of the question. */
  readonly bestSentence: number
  /** How much of its best sentence the question says: near 1 for an echo, such as a title or an error message. */
  readonly shared: number
}

/** What is kept from one question to the next. */
export class ReadingTools {
  readonly worths: WholeWorths
  readonly sentences = new ReadSentences()

  constructor({ lexicalIndex }: SearchableIndex) {
    this.worths = new WholeWorths(lexicalIndex)
  }
}

/** Reads paragraphs for one question, each once: a paragraph is often the neighbour of several candidates. */
export class ParagraphReader {
  private readonly readings = new Map<number, ParagraphReading>()
  private readonly coverage: Coverage
  private readonly index: SearchableIndex
  private readonly tools: ReadingTools

  constructor(coverage: Coverage, index: SearchableIndex, tools: ReadingTools) {
    this.coverage = coverage
    this.index = index
    this.tools = tools
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
    const { coverage, index, tools } = this
    const total = coverage.total || 1
    const read = index.lexicalIndex.sentences.read(row, tools.sentences)
    const sentences: Float64Array[] = []
    const shares: number[] = []
    const all = coverage.nothing()
    let best = 0
    for (let at = 0; at < read.count; at++) {
      const said = coverage.ofTerms(read.terms, read.startOf(at), read.startOf(at + 1))
      const share = sum(said) / total
      addTo(all, said)
      sentences.push(said)
      shares.push(share)
      if (share > (shares[best] as number)) best = at
    }
    return {
      paragraph: index.library.paragraphAt(row),
      sentences,
      shares,
      said: all,
      bestSentence: shares[best] ?? 0,
      shared:
        read.count === 0
          ? 0
          : coverage.sharedBySentence(read.terms, read.startOf(best), read.startOf(best + 1), tools.worths),
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

/** The most that a sentence says with those before and after it, as a share of the question. */
export function bestWindow({ sentences, shares }: ParagraphReading, total: number): number {
  let best = 0
  for (let at = 0; at < sentences.length; at++) {
    // Together they say no more than each by itself; rounding has no more to do with it than this.
    const most = (shares[at - 1] ?? 0) + (shares[at] as number) + (shares[at + 1] ?? 0)
    if (most + 1e-9 < best) continue
    const said = sentences[at] as Float64Array
    const together = sumOfUnion(said, sentences[at - 1] ?? said, sentences[at + 1] ?? said) / total
    if (together > best) best = together
  }
  return best
}
