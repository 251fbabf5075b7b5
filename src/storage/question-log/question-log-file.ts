import { type FileHandle, open, rename } from 'node:fs/promises'
import type { Log } from '../../log.ts'
import type { LogEntry, QuestionLog, QuestionLogReader } from '../../question-log/question-log.ts'
import { JsonLines } from '../json-lines.ts'
import { linesOf } from '../lines.ts'

const DAY = 24 * 60 * 60_000

export interface QuestionLogFileOptions {
  readonly path: string
  /** Entries older than this many days are removed at the first entry of a process and then once a day; kept for ever without it. */
  readonly days?: number | undefined
  /** Called when the disk refuses an entry. */
  readonly log: Pick<Log, 'error'>
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number
}

/**
 * A question log in a file of JSON lines, which only grows, but for the entries that are older than the owner wants.
 * One process at a time may remove entries: what another appends at that very moment would be lost.
 */
export class QuestionLogFile implements QuestionLog, QuestionLogReader {
  private readonly lines: JsonLines
  private readonly options: QuestionLogFileOptions
  private removedAt = Number.NEGATIVE_INFINITY

  constructor(options: QuestionLogFileOptions) {
    this.options = options
    this.lines = new JsonLines(options.path)
  }

  async record(entry: LogEntry): Promise<boolean> {
    try {
      await this.removeOld()
      await this.lines.append(entry)
      return true
    } catch (err) {
      this.options.log.error({ err }, 'The question log cannot be written')
      return false
    }
  }

  entries(): AsyncIterable<LogEntry> {
    return readEntries(this.options.path)
  }

  private async removeOld(): Promise<void> {
    const { days, path, now = Date.now } = this.options
    if (days === undefined || now() - this.removedAt < DAY) return
    this.removedAt = now()
    const oldest = new Date(now() - days * DAY).toISOString()
    await this.lines.exclusively(() => keepEntries(path, ({ at }) => at >= oldest))
  }
}

/** Replaces the file by one that has only some of its entries. */
async function keepEntries(path: string, isKept: (entry: LogEntry) => boolean): Promise<void> {
  const present = await openExisting(path)
  if (present === undefined) return
  await present.close()
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    for await (const entry of readEntries(path)) {
      if (isKept(entry)) await file.write(`${JSON.stringify(entry)}\n`)
    }
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

/**
 * The entries of a question log, oldest first; none where there is no file. A line that is no entry, e.g. one that a
 * power cut has broken, is passed over.
 */
export async function* readEntries(path: string): AsyncGenerator<LogEntry> {
  const file = await openExisting(path)
  if (file === undefined) return
  for await (const line of linesOf(file.createReadStream())) {
    const entry = parseEntry(line)
    if (entry !== undefined) yield entry
  }
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseEntry(line: string): LogEntry | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isEntry(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is LogEntry {
  if (typeof value !== 'object' || value === null) return false
  const { type, at, question, answer } = value as Record<string, unknown>
  if (typeof at !== 'string') return false
  return (
    (type === 'question' && typeof question === 'string') ||
    (type === 'feedback' && typeof answer === 'string')
  )
}
