import { join } from 'node:path'
import { decodeContainer, encodeContainer } from '../../index/format/container.ts'
import type { OpenIndex } from '../../index/open.ts'
import { ExactSearch } from '../../index/vectors/exact-search.ts'
import { SketchSearch } from '../../index/vectors/sketches/sketch-search.ts'
import { Sketches, type SketchReuse } from '../../index/vectors/sketches/sketches.ts'
import type { Vectors } from '../../index/vectors/vectors.ts'
import { type FileSum, writeDurably } from './durable-files.ts'

export const SKETCHES_FILE = 'sketches.bin'

/** From this many vectors on they are sketched: below, comparing with every one takes two milliseconds at most. */
const SKETCHES_FROM = 4096

/**
 * Writes the sketches of an index into the folder of its generation.
 *
 * @param from vectors from which on sketches pay
 * @returns sums of the files written; none where the index is too small
 * @throws IndexError `unwritable`
 */
export async function writeSketches(
  folder: string,
  vectors: Vectors,
  earlier: SketchReuse | undefined,
  from = SKETCHES_FROM,
): Promise<Record<string, FileSum>> {
  if (vectors.count < from) return {}
  const bytes = encodeContainer(Sketches.of(vectors, earlier).toSections())
  return { [SKETCHES_FILE]: await writeDurably(join(folder, SKETCHES_FILE), [bytes]) }
}

/**
 * @param bytes of the file
 * @throws IndexError `damaged` where they are no sketches of these vectors
 */
export function decodeSketches(bytes: Uint8Array, vectors: Vectors): Sketches {
  return Sketches.fromSections(decodeContainer(bytes), vectors)
}

/** The index, searched with sketches of its vectors. */
export function searchedBySketches(index: OpenIndex, sketches: Sketches): OpenIndex {
  return { ...index, search: new SketchSearch(sketches, new ExactSearch(index.vectors)) }
}
