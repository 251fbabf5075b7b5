import { stat } from 'node:fs/promises'

/**
 * How long files have not been touched. Their times tell, as long as the clock that set them agrees with this one; where
 * it is ahead, what has been seen here does.
 */
export class Stillness {
  private readonly now: () => number
  private readonly seen = new Map<string, { readonly touched: number; readonly at: number }>()

  /** @param now a clock that never goes back, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  /** @returns milliseconds; 0 where there is no such file */
  async of(path: string): Promise<number> {
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    )
    if (touched === undefined) return 0
    const known = this.seen.get(path)
    const seen = known?.touched === touched ? known : { touched, at: this.now() }
    this.seen.set(path, seen)
    return Math.max(Date.now() - touched, this.now() - seen.at)
  }
}
