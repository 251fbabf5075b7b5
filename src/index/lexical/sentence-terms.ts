import { IndexError } from '../../errors.ts'
import { type Sections, section } from '../format/container.ts'
import { writeInteger } from './postings/posting-list.ts'

/**
 * The terms of each sentence, paragraph by paragraph: a forward index beside the inverted one, so that a question reads
 * candidates sentence by sentence without taking their text apart. A sentence is the number of its terms and the gaps
 * between their ascending numbers, as variable-length integers (LEB128).
 */
export class SentenceTerms {
  readonly paragraphCount: number
  /** Where each paragraph begins, and behind the last where it ends. */
  private readonly starts: Uint32Array
  private readonly bytes: Uint8Array

  constructor(starts: Uint32Array, bytes: Uint8Array) {
    this.starts = starts
    this.bytes = bytes
    this.paragraphCount = starts.length - 1
  }

  /** @throws IndexError `damaged` where the sections do not fit together */
  static fromSections(sections: Sections): SentenceTerms {
    const starts = section(sections, 'starts', Uint32Array)
    const bytes = section(sections, 'bytes', Uint8Array)
    if (starts.length === 0 || starts[starts.length - 1] !== bytes.length) {
      const message = 'The index file is damaged: its sentences do not fit. Rebuild it: npm run index'
      throw new IndexError('damaged', message)
    }
    return new SentenceTerms(starts, bytes)
  }

  toSections(): Sections {
    return { starts: this.starts, bytes: this.bytes }
  }

  /** The terms of each sentence of a paragraph, ascending; nothing for a paragraph that there is not. */
  of(paragraphRow: number): Uint32Array[] {
    const read = this.read(paragraphRow, new ReadSentences())
    return Array.from({ length: read.count }, (_, at) =>
      read.terms.slice(read.startOf(at), read.startOf(at + 1)),
    )
  }

  /** The same into a room that is used again: most paragraphs are read for a moment only. @returns the room */
  read(paragraphRow: number, room: ReadSentences): ReadSentences {
    const { bytes } = this
    const end = this.starts[paragraphRow + 1] ?? 0
    let at = this.starts[paragraphRow] ?? end
    // No integer takes less than a byte. They are read in place: a call for each takes longer than what it does.
    room.clear(end - at)
    const { terms } = room
    let written = 0
    while (at < end) {
      // The first integer is the number of terms, each other one the gap to the next of them.
      let left = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] ?? 0
        left |= (byte & 0x7f) << shift
        if (byte < 0x80) break
      }
      for (let term = 0; left > 0; left--) {
        for (let shift = 0; ; shift += 7) {
          const byte = bytes[at++] ?? 0
          term += (byte & 0x7f) << shift
          if (byte < 0x80) break
        }
        terms[written++] = term
      }
      room.endSentence(written)
    }
    return room
  }
}

/** Room for the terms of one paragraph, kept from one to the next. */
export class ReadSentences {
  count = 0
  /** The terms of all sentences, one sentence after the other. */
  terms = new Uint32Array(1024)
  private readonly ends: number[] = []

  /** Where the terms of a sentence begin, and behind the last one where they end. */
  startOf(sentence: number): number {
    return sentence === 0 ? 0 : (this.ends[sentence - 1] as number)
  }

  /** @param size the terms that there may be */
  clear(size: number): void {
    this.count = 0
    if (size > this.terms.length) this.terms = new Uint32Array(2 * size)
  }

  endSentence(end: number): void {
    this.ends[this.count++] = end
  }
}

/** Gathers the terms of sentences under provisional numbers; encodes them under the final ones. */
export class SentenceTermsBuilder {
  private readonly paragraphs: (readonly (readonly number[] | Uint32Array)[])[] = []

  /** @param sentences the terms of each sentence of the next paragraph, each term once */
  add(sentences: readonly (readonly number[] | Uint32Array)[]): void {
    this.paragraphs.push(sentences)
  }

  /** Marks by 1 the terms that stand in a sentence. */
  mark(used: Uint8Array): void {
    for (const sentences of this.paragraphs)
      for (const terms of sentences) for (const term of terms) used[term] = 1
  }

  /** @param places for each provisional number, the final one */
  finish(places: Uint32Array): SentenceTerms {
    const starts = new Uint32Array(this.paragraphs.length + 1)
    let bytes = new Uint8Array(2 ** 16)
    let at = 0
    for (const [row, sentences] of this.paragraphs.entries()) {
      for (const terms of sentences) {
        const final = Uint32Array.from(terms, (term) => places[term] as number).sort()
        const room = at + 5 * (final.length + 1)
        if (room > bytes.length) {
          const grown = new Uint8Array(Math.max(room, bytes.length * 2))
          grown.set(bytes)
          bytes = grown
        }
        at = writeInteger(bytes, at, final.length)
        let before = 0
        for (const term of final) {
          at = writeInteger(bytes, at, term - before)
          before = term
        }
      }
      starts[row + 1] = at
    }
    return new SentenceTerms(starts, bytes.slice(0, at))
  }
}
