import { startsOf } from './number-lists.ts'
import { Thesaurus, type ThesaurusData } from './thesaurus.ts'
import { WordTable } from './word-table.ts'

/**
 * What each Chinese word means, as stems of the English words that explain it. The bridge between the languages: two
 * words are alike as far as they are explained alike, and an English word is like the Chinese words that it explains.
 *
 * Compiled from CC-CEDICT and a thesaurus (see compile-dictionary.ts) and carried by the index, so that Node and Workers
 * hold the same.
 */
export interface DictionaryData {
  /** Format and source; part of the embedder's fingerprint. */
  readonly version: string
  /** Simplified words, ascending by UTF-16 code unit, one a line. */
  readonly words: string
  /** Stems of the English words that explain them, ascending, one a line. */
  readonly stems: string
  /** For each word, how many stems explain it. */
  readonly glossCounts: Uint8Array
  /** The stems of each word, word by word, by their rows. */
  readonly glossStems: Uint16Array
  /** Weights of a word's stems, scaled so that their squares add up to about 255². */
  readonly glossWeights: Uint8Array
  /** Natural logarithm of how many words there are for each that the stem explains. */
  readonly stemRarity: Float32Array
  /** 1 for each word that is nothing but a name: 慕尼黑, but not 苹果, which is a fruit as well. */
  readonly names: Uint8Array
  /** A syllable of pinyin a line, without its tone, and behind a space the simplified characters read so: `ba 八巴`. */
  readonly readings: string
  readonly thesaurus: ThesaurusData
}

/** A stem and its weight; the weights of a word are a unit vector. */
export type Gloss = readonly [stem: string, weight: number]

/** Longest word that is looked for in a text, in characters. CC-CEDICT's longer entries are proverbs. */
export const LONGEST_WORD = 6

export class BilingualDictionary {
  readonly data: DictionaryData
  readonly thesaurus: Thesaurus
  private readonly words: WordTable
  private readonly stems: readonly string[]
  private readonly rowOfStem: ReadonlyMap<string, number>
  /** Where the stems of each word begin, and behind the last where they end. */
  private readonly glossStarts: Uint32Array
  private syllables: ReadonlyMap<string, readonly string[]> | undefined

  constructor(data: DictionaryData) {
    this.data = data
    this.glossStarts = startsOf(data.glossCounts)
    this.words = new WordTable(data.words)
    this.stems = data.stems === '' ? [] : data.stems.split('\n')
    this.rowOfStem = new Map(this.stems.map((stem, row) => [stem, row]))
    this.thesaurus = new Thesaurus(data.thesaurus, this.words, {
      at: (row) => this.stems[row],
      rowOf: (stem) => this.rowOfStem.get(stem),
    })
  }

  /** Whether what stands between two places of a text is a simplified word; it need not be cut out. */
  has(text: string, start = 0, end = text.length): boolean {
    return this.words.rowOf(text, start, end) !== undefined
  }

  /** The place in a text behind which no word of two characters or more ends that begins here. */
  reachAt(text: string, start: number): number {
    return Math.min(text.length, start + this.words.reachAt(text, start))
  }

  /** What explains a simplified word; empty for a word that the dictionary does not hold. */
  glosses(word: string): Gloss[] {
    const { glossStems, glossWeights } = this.data
    const row = this.words.rowOf(word)
    if (row === undefined) return []
    const glosses: Gloss[] = []
    for (let i = this.glossStarts[row] as number; i < (this.glossStarts[row + 1] as number); i++) {
      const stem = this.stems[glossStems[i] as number]
      if (stem !== undefined) glosses.push([stem, (glossWeights[i] as number) / 255])
    }
    return glosses
  }

  /** How many stems explain words. */
  get stemCount(): number {
    return this.stems.length
  }

  /** The row of a stem that explains words. */
  stemRow(stem: string): number | undefined {
    return this.rowOfStem.get(stem)
  }

  /**
   * What {@link glosses} returns, for reading many words: calls back with the row of each stem and its weight, 0–1.
   */
  eachGloss(word: string, visit: (stemRow: number, weight: number) => void): void {
    const { glossStems, glossWeights } = this.data
    const row = this.words.rowOf(word)
    if (row === undefined) return
    const end = this.glossStarts[row + 1] as number
    for (let i = this.glossStarts[row] as number; i < end; i++)
      visit(glossStems[i] as number, (glossWeights[i] as number) / 255)
  }

  /** Whether a simplified word is nothing but somebody's or some place's name. */
  isName(word: string): boolean {
    const row = this.words.rowOf(word)
    return row !== undefined && this.data.names[row] === 1
  }

  /** How a simplified character is read, in pinyin without tones (`lv` for 绿); empty where that is not known. */
  readingsOf(character: string): readonly string[] {
    // On the first call, not on opening: questions need none of it.
    this.syllables ??= syllablesByCharacter(this.data.readings)
    return this.syllables.get(character) ?? []
  }

  /** Whether an English stem explains any word or says the same as others: an ordinary word rather than a name. */
  explains(stem: string): boolean {
    return this.rowOfStem.has(stem) || this.thesaurus.numberOf(stem) !== undefined
  }

  /** How telling an English stem is: about 3 (explains everything) to 12; a stem never seen is as telling as a name. */
  rarity(stem: string): number {
    const row = this.rowOfStem.get(stem)
    return row === undefined ? RARITY_OF_NAMES : (this.data.stemRarity[row] ?? RARITY_OF_NAMES)
  }

  /** How telling a Chinese word is: as its most telling stem. */
  wordRarity(word: string): number {
    const glosses = this.glosses(word)
    return glosses.length === 0 ? UNEXPLAINED_RARITY : Math.max(...glosses.map(([stem]) => this.rarity(stem)))
  }
}

function syllablesByCharacter(readings: string): Map<string, string[]> {
  const syllables = new Map<string, string[]>()
  for (const line of readings.split('\n')) {
    const [syllable = '', characters = ''] = line.split(' ')
    for (const character of characters) {
      const known = syllables.get(character)
      if (known === undefined) syllables.set(character, [syllable])
      else known.push(syllable)
    }
  }
  return syllables
}

const RARITY_OF_NAMES = 12
/** Rarity of numbers, bigrams and words without a gloss. */
export const UNEXPLAINED_RARITY = 8
