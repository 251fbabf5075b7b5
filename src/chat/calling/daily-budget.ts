const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** Tokens that a call takes, in its prompt and its reply. */
export interface TokenUsage {
  readonly input: number
  readonly output: number
}

/** Counts the tokens of a day (UTC) against a limit. A process counts for itself, from its start on. */
export class DailyBudget {
  private day = -1
  private spent = 0
  private reserved = 0
  private readonly limit: number
  private readonly now: () => number

  /** @param now milliseconds since 1970; only tests use another clock */
  constructor(limit = Number.POSITIVE_INFINITY, now: () => number = Date.now) {
    this.limit = limit
    this.now = now
  }

  /** Puts tokens aside for a call. @returns whether there are as many left */
  reserve(tokens: number): boolean {
    this.turnDay()
    if (this.spent + this.reserved + tokens > this.limit) return false
    this.reserved += tokens
    return true
  }

  /** Takes what a call has used in place of what was put aside for it. */
  settle(reserved: number, { input, output }: TokenUsage): void {
    this.turnDay()
    this.reserved -= reserved
    this.spent += input + output
  }

  private turnDay(): void {
    const today = Math.floor(this.now() / DAY_MILLISECONDS)
    if (today === this.day) return
    this.day = today
    this.spent = 0
  }
}
