import { firstAtLeast } from '../../first-at-least.ts'
import { inverted, listOf, type NumberLists, startsOf } from './number-lists.ts'
import { WordTable } from './word-table.ts'

/**
 * Which words say the same, in and between the languages, where a dictionary's explanations do not tell (委身於 for
 * "acquired by").
 *
 * Compiled from thesaurus.txt (see compile-thesaurus.ts) and carried by the index.
 */
export interface ThesaurusData {
  /** For each of the dictionary's words, 1 where the thesaurus holds it. */
  readonly words: Uint8Array
  /** For each of the dictionary's stems, 1 where the thesaurus holds it. */
  readonly stems: Uint8Array
  /**
   * What else it holds, one a line. Words, stems and these are numbered in this order.
   */
  readonly others: string
  /** For each sense, how many words say it. */
  readonly memberCounts: Uint8Array
  /** The words of each sense, sense by sense, by their numbers. */
  readonly members: Uint32Array
}

/** A word of the thesaurus that may stand for another, and how nearly, 0–1. */
export interface Alternative {
  /** Its number in the thesaurus, see {@link Thesaurus.keyAt}. */
  readonly word: number
  readonly similarity: number
}

/** What a word is worth at best beside one that says the same. */
const SAME_SENSES = 0.9
/** How much a shared sense counts, and how fast the worth of words falls with senses that they do not share. */
const SHARED_SENSE = 2 / 3
const SENSE_EXPONENT = 0.6
/** Words that are less alike have another meaning, as a rule, than the one that is meant. */
const LEAST_SIMILARITY = 0.3

/** The words of a dictionary by their rows, and the other way round. */
interface WordsByRow {
  at(row: number): string | undefined
  rowOf(word: string): number | undefined
}

interface Unpacked {
  /** The rows of the dictionary's words and of its stems that the thesaurus holds, ascending. */
  readonly words: Uint32Array
  readonly stems: Uint32Array
  readonly others: WordTable
  /** The words of each sense, and the senses of each word. */
  readonly members: NumberLists
  readonly senses: NumberLists
}

export class Thesaurus {
  private readonly data: ThesaurusData
  private readonly words: WordsByRow
  private readonly stems: WordsByRow
  private content: Unpacked | undefined

  /**
   * @param words of the dictionary
   * @param stems of the dictionary
   */
  constructor(data: ThesaurusData, words: WordsByRow, stems: WordsByRow) {
    this.data = data
    this.words = words
    this.stems = stems
  }

  /** How many words it holds: Chinese ones and the stems of English ones. */
  get size(): number {
    const { words, stems, others } = this.unpacked()
    return words.length + stems.length + others.size
  }

  /** The word with a number; undefined where there is none. */
  keyAt(number: number): string | undefined {
    const { words, stems, others } = this.unpacked()
    const word = words[number]
    if (word !== undefined) return this.words.at(word)
    const stem = stems[number - words.length]
    if (stem !== undefined) return this.stems.at(stem)
    return others.at(number - words.length - stems.length)
  }

  /** The number of a stem or of a Chinese word; undefined where the thesaurus does not hold it. */
  numberOf(key: string): number | undefined {
    const { words, stems, others } = this.unpacked()
    const other = others.rowOf(key)
    if (other !== undefined) return words.length + stems.length + other
    const stem = placeOf(stems, this.stems.rowOf(key))
    if (stem !== undefined) return words.length + stem
    return placeOf(words, this.words.rowOf(key))
  }

  /**
   * What may stand for a word. The more senses two words have in common, beside those that either has, the nearer they are: "fall" has
   * many, and few of them are meant by 秋天. Senses count by their logarithm: thirty say that a word is common, and hardly more than twenty do
   * that another is not meant by it.
   */
  alternatives(key: string): Alternative[] {
    const { members, senses } = this.unpacked()
    const number = this.numberOf(key)
    if (number === undefined) return []
    const own = listOf(senses, number)
    const shared = new Map<number, number>()
    for (const sense of own)
      for (const word of listOf(members, sense)) shared.set(word, (shared.get(word) ?? 0) + 1)
    shared.delete(number)
    const alternatives: Alternative[] = []
    for (const [word, count] of shared) {
      const breadth = Math.sqrt(Math.log2(1 + own.length) * Math.log2(1 + listOf(senses, word).length))
      // Rounded: engines differ in the last bit of a logarithm, and Node and Workers shall answer alike.
      const similarity = Math.fround(
        SAME_SENSES * Math.min(1, (SHARED_SENSE * count) / breadth) ** SENSE_EXPONENT,
      )
      if (similarity >= LEAST_SIMILARITY) alternatives.push({ word, similarity })
    }
    return alternatives
  }

  /** On the first call, not on opening: a service that is asked nothing needs none of it. */
  private unpacked(): Unpacked {
    this.content ??= unpack(this.data)
    return this.content
  }
}

function unpack(data: ThesaurusData): Unpacked {
  const words = marked(data.words)
  const stems = marked(data.stems)
  const others = new WordTable(data.others)
  const members = { starts: startsOf(data.memberCounts), entries: data.members }
  return {
    words,
    stems,
    others,
    members,
    senses: inverted(members, words.length + stems.length + others.size),
  }
}

function marked(marks: Uint8Array): Uint32Array {
  const found: number[] = []
  for (let row = marks.indexOf(1); row >= 0; row = marks.indexOf(1, row + 1)) found.push(row)
  return Uint32Array.from(found)
}

/** The place of a row in an ascending list of rows. */
function placeOf(rows: Uint32Array, row: number | undefined): number | undefined {
  if (row === undefined) return undefined
  const place = firstAtLeast(rows, row)
  return rows[place] === row ? place : undefined
}
