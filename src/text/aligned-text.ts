import type { Span } from '../domain/span.ts'
import { normalise } from './normalise.ts'

const RUN = /\p{Script=Han}+|\P{Script=Han}+/gu
/** A character with the marks upon it, which normalising may join. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu

/** A text in the form in which texts are compared, which remembers where its words stand in the original. */
export class AlignedText {
  readonly normalised: string
  /** For each code unit of the normalised text, where its characters begin and end in the original. */
  private readonly starts: Uint32Array
  private readonly ends: Uint32Array

  constructor(text: string) {
    const pieces: string[] = []
    const starts: number[] = []
    const ends: number[] = []
    const add = (piece: string, place: (at: number) => Span) => {
      pieces.push(piece)
      for (let at = 0; at < piece.length; at++) {
        const { start, end } = place(at)
        starts.push(start)
        ends.push(end)
      }
    }
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const piece = normalise(run)
      if (piece.length === run.length) {
        add(piece, (at) => ({ start: index + at, end: index + at + 1 }))
        continue
      }
      // A conversion of whole words (記憶體 → 内存) is lost here; the characters keep their places.
      for (const { 0: cluster, index: offset } of run.matchAll(CLUSTER)) {
        const span = { start: index + offset, end: index + offset + cluster.length }
        add(normalise(cluster), () => span)
      }
    }
    this.normalised = pieces.join('')
    this.starts = Uint32Array.from(starts)
    this.ends = Uint32Array.from(ends)
  }

  /**
   * The words of the original that a part of the normalised text was made of.
   *
   * @param span not empty, within the normalised text
   */
  original({ start, end }: Span): Span {
    return { start: this.starts[start] as number, end: this.ends[end - 1] as number }
  }
}
