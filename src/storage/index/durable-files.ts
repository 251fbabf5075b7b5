import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { IndexError } from '../../errors.ts'
import { codeOf, reasonOf } from '../file-errors.ts'

/** Size and SHA-256 (hex) of a file. */
export interface FileSum {
  readonly bytes: number
  readonly sha256: string
}

/** Read and hashed at once: large enough to be fast, far below the 2 GiB that one read may return. */
const CHUNK_BYTES = 8 * 1024 * 1024

/**
 * Writes a new file piece by piece and flushes it to the disk.
 *
 * @throws IndexError `unwritable`, naming the file
 */
export async function writeDurably(path: string, parts: readonly Uint8Array[]): Promise<FileSum> {
  return writing(path, async () => {
    const file = await open(path, 'wx')
    try {
      const hash = createHash('sha256')
      let bytes = 0
      for (const part of parts) {
        for (let start = 0; start < part.byteLength; start += CHUNK_BYTES) {
          const chunk = part.subarray(start, start + CHUNK_BYTES)
          await writeWhole(file, chunk)
          hash.update(chunk)
          bytes += chunk.byteLength
        }
      }
      await file.sync()
      return { bytes, sha256: hash.digest('hex') }
    } finally {
      await file.close()
    }
  })
}

/**
 * Puts a new content in a file's place by one rename: a reader sees the old or the new one, and so it is after a crash.
 *
 * @throws IndexError `unwritable`, naming the file
 */
export async function replaceDurably(path: string, content: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.${crypto.randomUUID()}`)
  try {
    await writeDurably(draft, [new TextEncoder().encode(content)])
    await writing(path, () => rename(draft, path))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
  await syncDirectory(dirname(path))
}

/** Makes renames and new names in a directory survive a crash of the machine. */
export async function syncDirectory(path: string): Promise<void> {
  // Windows can neither open a directory nor needs this.
  if (process.platform === 'win32') return
  await writing(path, async () => {
    const directory = await open(path, 'r')
    try {
      await directory.sync()
    } finally {
      await directory.close()
    }
  })
}

/** The bytes of a file, of any size, in memory that threads can share, with their sum. Fails as `node:fs` does. */
export async function readWithSum(path: string): Promise<FileSum & { readonly content: Uint8Array }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const content = new Uint8Array(new SharedArrayBuffer(size))
    const hash = createHash('sha256')
    let bytes = 0
    while (bytes < size) {
      const { bytesRead } = await file.read(content, bytes, Math.min(CHUNK_BYTES, size - bytes), bytes)
      if (bytesRead === 0) break
      hash.update(content.subarray(bytes, bytes + bytesRead))
      bytes += bytesRead
    }
    return { bytes, sha256: hash.digest('hex'), content: content.subarray(0, bytes) }
  } finally {
    await file.close()
  }
}

/** The sum of a file that another library will read. Fails as `node:fs` does. */
export async function sumOf(path: string): Promise<FileSum> {
  const file = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of file.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false })) {
      hash.update(chunk)
      bytes += chunk.length
    }
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

/**
 * Does something that writes to `path`.
 *
 * @throws IndexError `unwritable`, saying for people why it could not be written
 */
export async function writing<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    if (cause instanceof IndexError) throw cause
    const advice = MAY_NOT_WRITE.has(codeOf(cause) ?? '')
      ? '; let this user write there, or name another folder with INDEX_DIR'
      : ''
    const message = `${path} cannot be written: ${reasonOf(cause)}. The index that was there before is untouched${advice}`
    throw new IndexError('unwritable', message, { cause, fields: { path } })
  }
}

const MAY_NOT_WRITE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS'])

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    const { bytesWritten } = await file.write(chunk, written)
    written += bytesWritten
  }
}
