import { join } from 'node:path'
import { IndexError } from '../../errors.ts'
import type { IndexManifest } from '../../index/format/manifest.ts'
import { reasonOf } from '../file-errors.ts'
import { type FileSum, readWithSum, sumOf } from './durable-files.ts'

/**
 * A file of a generation.
 *
 * @param folder of the generation, which `manifest` describes
 * @throws IndexError `damaged` where any byte of it is not what was written, naming the file
 */
export async function readChecked(
  folder: string,
  name: string,
  manifest: Pick<IndexManifest, 'files'>,
): Promise<Uint8Array> {
  const path = join(folder, name)
  const { content, ...sum } = await reading(path, () => readWithSum(path))
  check(path, sum, manifest.files[name])
  return content
}

/**
 * Checks a file that another library will read.
 *
 * @throws as {@link readChecked} does
 */
export async function checkSum(
  folder: string,
  name: string,
  manifest: Pick<IndexManifest, 'files'>,
): Promise<void> {
  const path = join(folder, name)
  check(path, await reading(path, () => sumOf(path)), manifest.files[name])
}

/**
 * Does something that reads `path`.
 *
 * @throws IndexError `damaged`, saying for people why it could not be read
 */
export async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw damagedFile(path, reasonOf(cause), cause)
  }
}

export function damagedFile(path: string, why: string, cause?: unknown): IndexError {
  return new IndexError('damaged', `The index file ${path} is damaged: ${why}`, { cause, fields: { path } })
}

function check(path: string, { bytes, sha256 }: FileSum, expected: FileSum | undefined): void {
  if (expected === undefined) throw damagedFile(path, 'the manifest does not know it')
  if (bytes !== expected.bytes) throw damagedFile(path, `it has ${bytes} bytes instead of ${expected.bytes}`)
  if (sha256 !== expected.sha256) throw damagedFile(path, 'its content is not what was written')
}
