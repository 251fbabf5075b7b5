/** Stands, with a number between two of them, for words that are no site syntax. A noncharacter: no text holds it. */
const MASK = '\ufdd5'
const MASKED = new RegExp(`${MASK}(\\d+)${MASK}`, 'g')

/** `$x$`, by Pandoc's rule: no white space inside the dollars, no digit behind them. */
const INLINE_MATHS = /(?<![\\$\w])\$(?![\s$])(?:[^$\n\\]|\\.)*?(?<![\s\\])\$(?![\d$])/g
/** A mark that its author wants to be read as it is (CommonMark 2.4). */
const ESCAPE = /\\[!-/:-@[-`{-~]/g
const BACKTICKS = /\\`|`+/g

/** A text whose code spans, formulas and escaped marks are hidden from the search for site syntax. */
export class MaskedText {
  /** What may be changed. */
  text: string
  private readonly hidden: string[] = []

  constructor(text: string) {
    this.text = maskCodeSpans(text.replaceAll(MASK, ''), (span) => this.hide(span))
      .replace(INLINE_MATHS, (maths) => this.hide(maths))
      .replace(ESCAPE, (mark) => this.hide(mark))
  }

  /** What to write in the place of words that shall stay as they are. */
  hide(words: string): string {
    return `${MASK}${this.hidden.push(words) - 1}${MASK}`
  }

  /** The text as it is now, or a part of it, with the hidden words back in their places. */
  reveal(text = this.text): string {
    // A hidden formula may hold hidden code.
    let shown = text
    while (shown.includes(MASK))
      shown = shown.replace(MASKED, (_, number) => this.hidden[Number(number)] ?? '')
    return shown
  }
}

/** Code spans begin and end with runs of backticks of the same length, and end before an empty line (CommonMark 6.1). */
function maskCodeSpans(text: string, hide: (span: string) => string): string {
  const runs = Array.from(text.matchAll(BACKTICKS), (match) => ({
    start: match.index,
    marks: match[0],
  })).filter(({ marks }) => !marks.startsWith('\\'))
  const paragraphEnds = Array.from(text.matchAll(/\n[ \t>]*(?=\n)/g), (match) => match.index)
  let result = ''
  let from = 0
  let paragraph = 0
  let run = 0
  /** For each length of run, where it was looked for in vain in this paragraph. */
  let inVain = new Set<number>()
  while (run < runs.length) {
    const { start, marks } = runs[run] as (typeof runs)[number]
    while ((paragraphEnds[paragraph] ?? text.length) < start) {
      paragraph++
      inVain = new Set()
    }
    const end = paragraphEnds[paragraph] ?? text.length
    let closing = inVain.has(marks.length) ? runs.length : run + 1
    while (closing < runs.length && (runs[closing] as (typeof runs)[number]).start < end) {
      if ((runs[closing] as (typeof runs)[number]).marks.length === marks.length) break
      closing++
    }
    const found = runs[closing]
    if (found && found.start < end && found.marks.length === marks.length) {
      const spanEnd = found.start + found.marks.length
      result += text.slice(from, start) + hide(text.slice(start, spanEnd))
      from = spanEnd
      run = closing + 1
    } else {
      inVain.add(marks.length)
      run++
    }
  }
  return result + text.slice(from)
}
