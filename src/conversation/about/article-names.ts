import type { Library } from '../../domain/library.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { termsOf } from '../../text/terms.ts'
import { fold } from '../wording/fold.ts'

/** Terms that tell titles apart; single characters and bigrams stand in too many. */
const TELLING: ReadonlySet<string> = new Set(['latin', 'number', 'word'])

/** Finds articles by what people call them. Titles are read on the first call, not on opening. */
export class ArticleNames {
  private readonly library: Library
  private readonly dictionary: BilingualDictionary
  private titles: Titles | undefined

  constructor(library: Library, dictionary: BilingualDictionary) {
    this.library = library
    this.dictionary = dictionary
  }

  /** The articles with exactly this title; one that was cut off ends in `…`. */
  withTitle(title: string): number[] {
    const { exact } = this.read()
    const wanted = bare(title)
    if (wanted === '') return []
    if (!/…\s*$/.test(title)) return exact.get(wanted) ?? []
    return [...exact].flatMap(([known, rows]) => (known.startsWith(wanted) ? rows : []))
  }

  /**
   * The articles in whose titles all of these words stand; those whose titles say little else come alone.
   *
   * @returns rows of the library, ascending; empty where the words name no article
   */
  named(words: string): number[] {
    const { byTerm, sizes } = this.read()
    const keys = this.keysOf(words)
    if (keys.length === 0) return []
    const lists = keys.map((key) => byTerm.get(key) ?? [])
    const [first = [], ...others] = lists.sort((a, b) => a.length - b.length)
    const rows = first.filter((row) => others.every((list) => list.includes(row)))
    const whole = rows.filter((row) => sizes[row] === keys.length)
    return whole.length > 0 ? whole : rows
  }

  /** Whether the words are all of a title. */
  isWhole(row: number, words: string): boolean {
    return this.read().sizes[row] === this.keysOf(words).length
  }

  private keysOf(text: string): string[] {
    const terms = [...termsOf(text, this.dictionary)]
    return terms.filter(([, { kind }]) => TELLING.has(kind)).map(([key]) => key)
  }

  private read(): Titles {
    this.titles ??= this.readTitles()
    return this.titles
  }

  private readTitles(): Titles {
    const exact = new Map<string, number[]>()
    const byTerm = new Map<string, number[]>()
    const sizes: number[] = []
    for (let row = 0; row < this.library.articleCount; row++) {
      const { title } = this.library.articleAt(row)
      push(exact, bare(title), row)
      const keys = this.keysOf(title)
      for (const key of keys) push(byTerm, key, row)
      sizes.push(keys.length)
    }
    return { exact, byTerm, sizes }
  }
}

interface Titles {
  readonly exact: ReadonlyMap<string, number[]>
  readonly byTerm: ReadonlyMap<string, number[]>
  /** How many telling terms each title has. */
  readonly sizes: readonly number[]
}

function push(lists: Map<string, number[]>, key: string, row: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [row])
  else list.push(row)
}

/** Letters and digits alone. */
function bare(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '')
}
