const INDENTED = /^(?: {4}|\t)/
const LIST_ITEM = /^[ \t]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/

export interface IndentedCodeOptions {
  /** Indented lines are no code: MDX has none, and components indent what they hold. */
  readonly noIndentedCode: boolean
}

/** Tells, line by line, where indented code begins: behind an empty line, and not in a list, whose items are indented. */
export class IndentedCode {
  private readonly isNone: boolean
  private isInList = false
  private isAfterBlank = true

  constructor({ noIndentedCode }: IndentedCodeOptions) {
    this.isNone = noIndentedCode
  }

  /** Whether indented code begins in the next line. */
  beginsIn(line: string): boolean {
    const begins =
      !this.isNone && !this.isInList && this.isAfterBlank && INDENTED.test(line) && line.trim() !== ''
    if (LIST_ITEM.test(line)) this.isInList = true
    else if (line.trim() !== '' && !/^\s/.test(line)) this.isInList = false
    this.isAfterBlank = line.trim() === ''
    return begins
  }

  /** @returns index of the first line behind the code that begins in a line */
  static endOf(lines: readonly string[], at: number): number {
    let end = at + 1
    for (let next = at + 1; next < lines.length; next++) {
      if (INDENTED.test(lines[next] as string)) end = next + 1
      else if ((lines[next] as string).trim() !== '') break
    }
    return end
  }
}
