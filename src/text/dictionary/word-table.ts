import { foldedHash } from '../fnv1a.ts'

/** Slots for each word, at least: few words then share one. */
const SLOTS_PER_WORD = 2
const FREE = -1

/**
 * Tells which words stand in a text, without cutting the text up: candidates are compared where they stand, and no
 * string is made. Three typed arrays over the words themselves; opening one takes a single pass over their characters.
 * Positions and lengths are in UTF-16 code units.
 */
export class WordTable {
  readonly size: number
  private readonly words: string
  /** Where each word begins, and one that would follow the last. */
  private readonly starts: Uint32Array
  /** The rows of the words by their hash, those that share one in the slots that follow (open addressing). */
  private readonly slots: Int32Array
  /** The length of the longest word that begins with two code units, by their hash; too long where others share it. */
  private readonly longest: Uint8Array

  /** @param words one a line, each once and of 255 code units at most */
  constructor(words: string) {
    this.words = words
    this.size = countLines(words)
    this.starts = new Uint32Array(this.size + 1)
    this.slots = new Int32Array(powerOfTwo(this.size * SLOTS_PER_WORD)).fill(FREE)
    this.longest = new Uint8Array(this.slots.length)
    let start = 0
    for (let row = 0; row < this.size; row++) {
      start = this.addWord(row, start)
      this.starts[row + 1] = start
    }
  }

  /** The word of a line, from 0. */
  at(row: number): string | undefined {
    const start = this.starts[row]
    const next = this.starts[row + 1]
    if (start === undefined || next === undefined) return undefined
    return this.words.slice(start, next - 1)
  }

  /** The line, from 0, of the word that stands between two places of a text; undefined where it is none. */
  rowOf(text: string, start = 0, end = text.length): number | undefined {
    let slot = this.slotOf(foldedHash(text, start, end))
    for (let row = this.slots[slot] ?? FREE; row !== FREE; row = this.slots[slot] ?? FREE) {
      if (this.isWord(row, text, start, end)) return row
      slot = this.slotOf(slot + 1)
    }
    return undefined
  }

  /**
   * How long a word of two code units or more that begins here can be, at most; 0 from most places, where none begins,
   * so that nothing need be looked up.
   */
  reachAt(text: string, start: number): number {
    return this.longest[this.slotOf(pairHash(text.charCodeAt(start), text.charCodeAt(start + 1)))] as number
  }

  /** @returns where the next word begins */
  private addWord(row: number, start: number): number {
    let end = this.words.indexOf('\n', start)
    if (end < 0) end = this.words.length
    let slot = this.slotOf(foldedHash(this.words, start, end))
    while (this.slots[slot] !== FREE) slot = this.slotOf(slot + 1)
    this.slots[slot] = row
    if (end - start > 1) {
      const pair = this.slotOf(pairHash(this.words.charCodeAt(start), this.words.charCodeAt(start + 1)))
      this.longest[pair] = Math.max(this.longest[pair] as number, end - start)
    }
    return end + 1
  }

  private isWord(row: number, text: string, start: number, end: number): boolean {
    const first = this.starts[row] as number
    if ((this.starts[row + 1] as number) - 1 - first !== end - start) return false
    for (let i = start; i < end; i++) {
      if (text.charCodeAt(i) !== this.words.charCodeAt(first + i - start)) return false
    }
    return true
  }

  private slotOf(hash: number): number {
    return hash & (this.slots.length - 1)
  }
}

function pairHash(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
  return hash ^ (hash >>> 15)
}

function countLines(text: string): number {
  if (text === '') return 0
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function powerOfTwo(least: number): number {
  let power = 1
  while (power < least) power *= 2
  return power
}
