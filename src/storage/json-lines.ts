import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Appends values to a file of JSON lines, one after the other, so that no line ends up inside another. The file is
 * readable by its owner alone: it holds what people asked.
 */
export class JsonLines {
  private last: Promise<unknown> = Promise.resolve()
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /** Resolves when the value's line is in the file; rejects with the file system's error. */
  append(value: unknown): Promise<void> {
    return this.exclusively(async () => {
      await mkdir(dirname(this.path), { recursive: true })
      await appendFile(this.path, `${JSON.stringify(value)}\n`, { mode: 0o600 })
    })
  }

  /** Runs a task while nothing is appended. */
  exclusively<Result>(task: () => Promise<Result>): Promise<Result> {
    const done = this.last.then(task)
    // An error belongs to the caller of that task alone.
    this.last = done.catch(() => {})
    return done
  }
}
