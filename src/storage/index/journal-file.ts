import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { IndexError } from '../../errors.ts'
import type { JournalEntry, VectorJournal } from '../../index/build/vector-journal.ts'
import type { StoredVector } from '../../index/vectors/vectors.ts'
import { codeOf, reasonOf } from '../file-errors.ts'
import { readWithSum, writing } from './durable-files.ts'

/**
 * A record is its payload's length (32 bits, little-endian), the first bytes of the payload's SHA-256, and the payload:
 * the key of a vector, its scale (a 32-bit float), and its codes.
 */
const SUM_BYTES = 8
const KEY_BYTES = 32
const HEAD_BYTES = 4 + SUM_BYTES
const CODES_AT = KEY_BYTES + 4

export interface JournalPurpose {
  /** Fingerprint of the embeddings. */
  readonly embedder: string
  /** For a build that takes nothing from the index: it takes only what another such build has left behind. */
  readonly full: boolean
}

/**
 * Vectors in a file, appended and flushed batch by batch. A record that was cut off, and whatever follows it, counts as
 * never written. Only the process that holds the lock of the index may write.
 */
export class JournalFile implements VectorJournal {
  private readonly path: string
  private readonly purpose: JournalPurpose
  private readonly vectors: ReadonlyMap<string, StoredVector>
  /** Where the readable part ends. */
  private end: number
  private lastAppend: Promise<void> = Promise.resolve()

  private constructor(path: string, purpose: JournalPurpose, { vectors, end }: Records) {
    this.path = path
    this.purpose = purpose
    this.vectors = vectors
    this.end = end
  }

  /**
   * Opens a journal; one that does not exist is made by the first {@link append}.
   *
   * @throws IndexError `unwritable`, naming the file, where it cannot be read
   */
  static async open(path: string, purpose: JournalPurpose): Promise<JournalFile> {
    const content = await readIfThere(path)
    return new JournalFile(path, purpose, readRecords(content))
  }

  find(text: string): StoredVector | undefined {
    const { embedder, full } = this.purpose
    const ofFullBuild = this.vectors.get(keyOf(text, { embedder, full: true }).toString('hex'))
    if (full || ofFullBuild) return ofFullBuild
    return this.vectors.get(keyOf(text, this.purpose).toString('hex'))
  }

  /** @throws IndexError `unwritable`, naming the file */
  append(entries: readonly JournalEntry[]): Promise<void> {
    const records = Buffer.concat(entries.map((entry) => encodeRecord(entry, this.purpose)))
    const append = this.lastAppend.then(() => this.write(records))
    this.lastAppend = append.catch(() => undefined)
    return append
  }

  /** Once the index is written, nothing in it is needed any more. */
  async remove(): Promise<void> {
    await this.lastAppend
    await rm(this.path, { force: true }).catch(() => undefined)
  }

  private async write(records: Uint8Array): Promise<void> {
    await writing(this.path, async () => {
      const file = await openOrCreate(this.path)
      try {
        // What cannot be read would hide all that is written behind it.
        await file.truncate(this.end)
        await file.write(records, 0, records.byteLength, this.end)
        await file.datasync()
      } finally {
        await file.close()
      }
    })
    this.end += records.byteLength
  }
}

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return (await readWithSum(path)).content
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return new Uint8Array()
    const message = `${path} cannot be read: ${reasonOf(cause)}. Without it, what was embedded already is embedded again`
    throw new IndexError('unwritable', message, { cause, fields: { path } })
  }
}

async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return open(path, 'w')
  }
}

/** One vector serves one text, embeddings and purpose; another version of this file has other keys. */
function keyOf(text: string, { embedder, full }: JournalPurpose): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['vector 1', embedder, full, text]))
    .digest()
}

function encodeRecord({ text, vector }: JournalEntry, purpose: JournalPurpose): Buffer {
  const payload = Buffer.alloc(CODES_AT + vector.codes.length)
  payload.set(keyOf(text, purpose))
  payload.writeFloatLE(vector.scale, KEY_BYTES)
  payload.set(vector.codes, CODES_AT)
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32LE(payload.length)
  head.set(sumOf(payload), 4)
  return Buffer.concat([head, payload])
}

interface Records {
  /** The vectors by their keys in hexadecimal digits. */
  readonly vectors: ReadonlyMap<string, StoredVector>
  readonly end: number
}

function readRecords(content: Uint8Array): Records {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const vectors = new Map<string, StoredVector>()
  let end = 0
  while (end + HEAD_BYTES <= bytes.length) {
    const start = end + HEAD_BYTES
    const length = bytes.readUInt32LE(end)
    const payload = bytes.subarray(start, start + length)
    if (payload.length < length || length <= CODES_AT) break
    if (!sumOf(payload).equals(bytes.subarray(end + 4, start))) break
    const codes = new Int8Array(payload.buffer, payload.byteOffset + CODES_AT, payload.length - CODES_AT)
    const key = payload.toString('hex', 0, KEY_BYTES)
    vectors.set(key, { codes, scale: payload.readFloatLE(KEY_BYTES) })
    end = start + payload.length
  }
  return { vectors, end }
}

function sumOf(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest().subarray(0, SUM_BYTES)
}
