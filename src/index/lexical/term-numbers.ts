import { StringTable } from '../format/string-table.ts'
import { TermDictionary } from './term-dictionary.ts'

/**
 * Numbers terms while their rows are gathered: those of an earlier term dictionary keep their numbers, new ones come behind
 * them. In the end they are renumbered by their keys; an edit decodes only the keys that it meets.
 */
export class TermNumbers {
  private readonly before: TermDictionary
  /** Keys that were met, with their numbers. */
  private readonly met = new Map<string, number>()
  private readonly added: string[] = []

  constructor(before: TermDictionary = new TermDictionary(StringTable.of([]))) {
    this.before = before
  }

  /** How many numbers there are. */
  get count(): number {
    return this.before.size + this.added.length
  }

  numberOf(key: string): number {
    const there = this.met.get(key) ?? this.before.find(key)
    if (there !== undefined) {
      this.met.set(key, there)
      return there
    }
    const number = this.count
    this.added.push(key)
    this.met.set(key, number)
    return number
  }

  /**
   * @param used by number, 1 for each term that stands in a row; an added one always does
   * @returns the term dictionary of the used terms, and for each number the term's place in it
   */
  finish(used: Uint8Array): { termDictionary: TermDictionary; places: Uint32Array } {
    const { before } = this
    const kept = used.subarray(0, before.size)
    const added = [...this.added].sort()
    const places = new Uint32Array(this.count)
    let row = 0
    let place = 0
    const placeKept = (end: number) => {
      for (; row < end; row++) if (kept[row] === 1) places[row] = place++
    }
    for (const key of added) {
      placeKept(before.placeOf(key))
      places[this.met.get(key) as number] = place++
    }
    placeKept(before.size)
    return { termDictionary: before.edited(kept, added), places }
  }
}
