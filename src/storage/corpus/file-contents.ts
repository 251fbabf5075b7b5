import { readFileSync, type Stats, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { CorpusError } from '../../errors.ts'
import type { CorpusFile } from './corpus-files.ts'

/** Larger files are refused: 16 MiB hold five million Chinese characters. */
const LARGEST = 16 * 1024 * 1024

/** How many files are read at once. */
const CONCURRENCY = 32

/** A file that takes longer is on a disk worth waiting for. */
const SLOW_MILLISECONDS = 2

/** The bytes of a file, or why there are none. */
export interface FileContent {
  readonly file: CorpusFile
  readonly result: PromiseSettledResult<Uint8Array>
}

/**
 * Reads files in their order, a few at a time. A local disk answers in a fifth of the time that queueing for it takes; of
 * a slow one many are asked for at once.
 */
export async function* readContents(files: readonly CorpusFile[]): AsyncGenerator<FileContent> {
  let isSlow = false
  for (let start = 0; start < files.length; start += CONCURRENCY) {
    const batch = files.slice(start, start + CONCURRENCY)
    const began = performance.now()
    const read = isSlow ? readBytes : async (file: CorpusFile) => readBytesAtOnce(file)
    const results = await Promise.allSettled(batch.map(read))
    isSlow ||= performance.now() - began > batch.length * SLOW_MILLISECONDS
    // Other work gets a turn.
    await new Promise((resolve) => setImmediate(resolve))
    for (const [at, result] of results.entries()) yield { file: batch[at] as CorpusFile, result }
  }
}

async function readBytes(file: CorpusFile): Promise<Uint8Array> {
  check(file, await stat(file.path))
  return readFile(file.path)
}

function readBytesAtOnce(file: CorpusFile): Uint8Array {
  check(file, statSync(file.path))
  return readFileSync(file.path)
}

function check({ source }: CorpusFile, stats: Stats): void {
  // Reading a pipe would wait for its writer.
  if (!stats.isFile()) {
    throw new CorpusError('corpus', `${source} is not a file; leave it out of the corpus.`, {
      fields: { source },
    })
  }
  const { size } = stats
  if (size <= LARGEST) return
  const message = `${source} has ${size} bytes, more than the ${LARGEST} that a text may have; split it.`
  throw new CorpusError('corpus', message, { fields: { source, size } })
}
