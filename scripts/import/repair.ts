/** A change that a rule made to the imported text. */
export interface Repair {
  readonly rule: string
  readonly before: string
  readonly after: string
  /** The repaired words among their neighbours, for the person who checks them. */
  readonly context: string
}

/** A place that looks damaged and that no rule could repair. */
export interface Doubt {
  readonly reason: string
  readonly context: string
}

export interface Repaired {
  readonly text: string
  readonly repairs: readonly Repair[]
  readonly doubts: readonly Doubt[]
}

/** How many characters on either side make a place recognisable. */
const CONTEXT = 12

/** The text from `start` to `end` with its neighbours, on one line. */
export function contextOf(text: string, start: number, end: number): string {
  return text
    .slice(Math.max(0, start - CONTEXT), end + CONTEXT)
    .replace(/\s+/g, ' ')
    .trim()
}
