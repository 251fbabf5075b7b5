import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { Corpus } from '../corpus/corpus.ts'
import { findCorpusFiles } from '../storage/corpus/corpus-files.ts'

/** What is larger holds no text that is read, see `readCorpusFolder`; its size tells enough. */
const LARGEST = 16 * 1024 * 1024

/** Nothing of these files is read, however their content changes. */
const MEDIA = /\.(?:png|jpe?g|gif|webp|avif|ico|mp[34]|webm|mov|zip|gz|woff2?)$/i

/** Files read at once. */
const CONCURRENCY = 32

const recordSchema = z.object({
  /** Names the code that read the corpus: another version may understand the same files otherwise. */
  program: z.string(),
  /** Fingerprint of the files, see {@link fingerprintCorpus}. */
  files: z.string(),
  /** {@link Corpus.hash} of what they hold. */
  hash: z.string(),
  problems: z.array(z.object({ source: z.string(), message: z.string() })),
  notes: z.array(z.object({ source: z.string(), message: z.string() })).default([]),
})

type CorpusRecord = Readonly<z.infer<typeof recordSchema>>

/** What is known about a corpus without parsing it. */
export type CorpusSummary = Pick<Corpus, 'hash' | 'problems' | 'notes'>

/**
 * What the files of a corpus folder came to when they were last read, kept beside the index: while every byte of them is
 * the same, no file has to be parsed to know that nothing has changed. The content decides, never the time of a file.
 * It may be deleted; the next start then parses.
 */
export class CorpusRecordFile {
  private readonly path: string
  private readonly program: string

  /** @param program names the code that reads the corpus */
  constructor(indexDirectory: string, program: string) {
    this.path = join(indexDirectory, 'corpus.json')
    this.program = program
  }

  /** @returns nothing where these files were never read by this program */
  async find(files: string | undefined): Promise<CorpusSummary | undefined> {
    const record = await this.read()
    return files !== undefined && record?.files === files && record.program === this.program
      ? record
      : undefined
  }

  /** Remembers what files came to. An index folder that cannot be written to goes without. */
  async keep(files: string, { hash, problems, notes = [] }: CorpusSummary): Promise<void> {
    const record: CorpusRecord = {
      program: this.program,
      files,
      hash,
      problems: [...problems],
      notes: [...notes],
    }
    const draft = `${this.path}.${process.pid}`
    try {
      await mkdir(dirname(this.path), { recursive: true })
      await writeFile(draft, JSON.stringify(record))
      await rename(draft, this.path)
    } catch {
      await rm(draft, { force: true }).catch(() => undefined)
    }
  }

  private async read(): Promise<CorpusRecord | undefined> {
    try {
      return recordSchema.safeParse(JSON.parse(await readFile(this.path, 'utf8'))).data
    } catch {
      return undefined
    }
  }
}

/**
 * Sums up the names and the content of all files of a corpus folder.
 *
 * @returns nothing where one of them cannot be read
 */
export async function fingerprintCorpus(directory: string): Promise<string | undefined> {
  try {
    const { files, problems } = await findCorpusFiles(directory)
    const hash = createHash('sha256').update(JSON.stringify(problems))
    for (let start = 0; start < files.length; start += CONCURRENCY) {
      const batch = files.slice(start, start + CONCURRENCY)
      const sums = await Promise.all(batch.map(({ source, path }) => sumOf(source, path)))
      for (const [row, { source }] of batch.entries()) hash.update(JSON.stringify([source, sums[row]]))
    }
    return hash.digest('hex')
  } catch {
    // Reading the corpus says what is wrong with it.
    return undefined
  }
}

async function sumOf(source: string, path: string): Promise<string> {
  const stats = await stat(path)
  // Reading a pipe would wait for its writer.
  if (!stats.isFile()) throw new TypeError(`${source} is not a file`)
  const { size } = stats
  if (size > LARGEST || MEDIA.test(source)) return `${size} bytes`
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
