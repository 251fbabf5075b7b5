import { inverted, listOf, type NumberLists, startsOf } from '../number-lists.ts'

/**
 * Which words say the same, in and between the languages, where a dictionary's explanations do not tell (委身於 for
 * "acquired by").
 *
 * Compiled from thesaurus.txt (see compile-thesaurus.ts) and carried by the index.
 */
export interface ThesaurusData {
  /** 1 for each of the dictionary's words, and for each of its stems, that it holds; … */
  readonly words: Uint8Array
  readonly stems: Uint8Array
  /** … and what else it holds, one a line. The places of all, one behind the other, are their numbers. */
  readonly others: string
  /** For each sense, how many words say it; … */
  readonly memberCounts: Uint8Array
  /** … and these, sense by sense, by their numbers. */
  readonly members: Uint16Array
}

/** A word of the thesaurus that may stand for another, and how nearly, 0–1. */
export interface Alternative {
  /** Its number among the {@link Thesaurus.keys}. */
  readonly word: number
  readonly similarity: number
}

/** What a word is worth beside one of exactly the same senses, and how fast that falls with senses that differ. */
const SAME_SENSES = 0.9
const SENSE_EXPONENT = 0.6
/** Words that are less alike have another meaning, as a rule, than the one that is meant. */
const LEAST_SIMILARITY = 0.3

/** The words of a dictionary by their rows. */
interface WordsByRow {
  at(row: number): string | undefined
}

interface Unpacked {
  readonly keys: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
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

  /** Chinese words and the stems of English ones, by their numbers. */
  get keys(): readonly string[] {
    return this.unpacked().keys
  }

  /** The number of a stem or of a Chinese word; undefined where the thesaurus does not hold it. */
  numberOf(key: string): number | undefined {
    return this.unpacked().numbers.get(key)
  }

  /**
   * What may stand for a word. The more senses two words have in common, of those that either has, the nearer they are
   * (the cosine of their senses): "fall" has many, and few of them are meant by 秋天.
   */
  alternatives(key: string): Alternative[] {
    const { numbers, members, senses } = this.unpacked()
    const number = numbers.get(key)
    if (number === undefined) return []
    const own = listOf(senses, number)
    const shared = new Map<number, number>()
    for (const sense of own)
      for (const word of listOf(members, sense)) shared.set(word, (shared.get(word) ?? 0) + 1)
    shared.delete(number)
    const alternatives: Alternative[] = []
    for (const [word, count] of shared) {
      const cosine = count / Math.sqrt(own.length * listOf(senses, word).length)
      const similarity = SAME_SENSES * cosine ** SENSE_EXPONENT
      if (similarity >= LEAST_SIMILARITY) alternatives.push({ word, similarity })
    }
    return alternatives
  }

  /** On the first call, not on opening: building an index needs none of it. */
  private unpacked(): Unpacked {
    this.content ??= unpack(this.data, this.words, this.stems)
    return this.content
  }
}

function unpack(data: ThesaurusData, words: WordsByRow, stems: WordsByRow): Unpacked {
  const keys = [...marked(data.words, words), ...marked(data.stems, stems), ...linesOf(data.others)]
  const members = { starts: startsOf(data.memberCounts), entries: data.members }
  return {
    keys,
    numbers: new Map(keys.map((key, number) => [key, number])),
    members,
    senses: inverted(members, keys.length),
  }
}

function marked(marks: Uint8Array, words: WordsByRow): string[] {
  const found: string[] = []
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) found.push(words.at(row) ?? '')
  return found
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
