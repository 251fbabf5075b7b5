import { join } from 'node:path'
import { decodeContainer, encodeContainer } from '../../index/format/container.ts'
import { Sketches, type SketchReuse } from '../../index/vectors/sketches/sketches.ts'
import type { Vectors } from '../../index/vectors/vectors.ts'
import { type FileSum, writeDurably } from './durable-files.ts'

export const SKETCHES_FILE = 'sketches.bin'

/**
 * Writes the sketches of an index into the folder of its generation.
 *
 * @returns sums of the files written
 * @throws IndexError `unwritable`
 */
export async function writeSketches(
  folder: string,
  vectors: Vectors,
  earlier: SketchReuse | undefined,
): Promise<Record<string, FileSum>> {
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
