import { write, writeSync } from 'node:fs'

/** Writes a piece and says how many bytes were taken; the file system's own functions, but for tests. */
export interface Output {
  write(bytes: Uint8Array, done: (error: Error | null, written: number) => void): void
  /** @throws what the file system throws */
  writeNow(bytes: Uint8Array): number
}

/** Lines that wait at most, a few megabytes. What comes after them is lost, as are all lines of a disk that stays full. */
const MOST_WAITING = 10_000

/** How long a destination that refuses is left alone. */
const PAUSE_MILLISECONDS = 1000

/**
 * Where the lines of a log go. Whatever is wrong there (a disk that is full, a reader that has stopped or is gone) is
 * nothing that the service waits for or ends with: lines wait, too many are lost, and the first line after that says how
 * many.
 */
export class LogDestination {
  private readonly output: Output
  private waiting: Uint8Array[] = []
  private isWriting = false
  private lost = 0
  private pause: NodeJS.Timeout | undefined

  constructor(output: Output) {
    this.output = output
  }

  /** @param line with its line feed */
  write(line: string): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(Buffer.from(line))
    else this.lost++
    this.continue()
  }

  /** Writes what waits, as far as it is taken at once; for the end of a process. */
  flush(): void {
    // The file system is still busy with the first of them, and nobody can tell how much of it it has taken.
    if (this.isWriting) return
    try {
      for (let line = this.next(); line !== undefined; line = this.next())
        this.taken(line, this.output.writeNow(line))
    } catch {
      // Nobody could be told.
    }
  }

  private continue(): void {
    if (this.isWriting || this.pause) return
    const line = this.next()
    if (line === undefined) return
    this.isWriting = true
    this.output.write(line, (error, written) => {
      this.isWriting = false
      if (error === null) {
        this.taken(line, written)
        this.continue()
      } else {
        this.pause = setTimeout(() => {
          this.pause = undefined
          this.continue()
        }, PAUSE_MILLISECONDS)
        this.pause.unref()
      }
    })
  }

  /** What is to be written next. */
  private next(): Uint8Array | undefined {
    if (this.lost > 0 && this.waiting.length < MOST_WAITING) {
      const fields = {
        level: 'warn',
        time: new Date().toISOString(),
        lines: this.lost,
        msg: 'Lines of the log were lost',
      }
      this.waiting.push(Buffer.from(`${JSON.stringify(fields)}\n`))
      this.lost = 0
    }
    return this.waiting[0]
  }

  private taken(line: Uint8Array, written: number): void {
    if (written < line.length) this.waiting[0] = line.subarray(written)
    else this.waiting.shift()
  }
}

/** An open file, by its descriptor. */
export function outputTo(fileDescriptor: number): Output {
  return {
    write: (bytes, done) => write(fileDescriptor, bytes, (error, written) => done(error, written)),
    writeNow: (bytes) => writeSync(fileDescriptor, bytes),
  }
}
