import { endOfFence, openingFence } from './fences.ts'

/** `: what the line above means` */
const DEFINITION = /^:(?: {1,3}|\t)(?=\S)/
/** What begins a block of another kind. */
const NO_TERM = /^(?:\s|[#>|:<]|[-*+][ \t]|\d+[.)][ \t]|-{3}|={3}|`{3}|~{3})/
const LONGEST_TERM = 120

/** Writes lists of definitions (of PHP Markdown Extra, Kramdown, Hugo, MkDocs) as lists: each term an item, what it means below. */
export function listDefinitions(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => DEFINITION.test(line))) return lines
  const result: string[] = []
  /** Whether what was written last is a definition, below which more of it is indented. */
  let isInside = false
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const fence = openingFence(line)
    if (fence) {
      const end = endOfFence(lines, at, fence)
      result.push(...lines.slice(at, end))
      isInside &&= /^\s/.test(line)
      at = end
      continue
    }
    const terms = DEFINITION.test(line) && !isInside ? termsAbove(result) : 0
    if (terms > 0) {
      const above = result.splice(lastWords(result) + 1 - terms)
      result.push(
        ...(isBlank(result.at(-1)) ? [] : ['']),
        ...above.filter((term) => !isBlank(term)).map((term) => `- ${term}`),
      )
    }
    if (DEFINITION.test(line) && (isInside || terms > 0)) {
      result.push(line.replace(DEFINITION, '  - '))
      isInside = true
    } else {
      isInside &&= isBlank(line) || /^(?: {4}|\t)/.test(line) || isTerm(lines, at)
      result.push(isInside && !isBlank(line) && !/^\s/.test(line) ? `- ${line}` : line)
    }
    at++
  }
  return result
}

/** How many lines right above are terms of the definition that follows. */
function termsAbove(lines: readonly string[]): number {
  const last = lastWords(lines)
  let count = 0
  while (last - count >= 0 && !isBlank(lines[last - count])) count++
  const terms = lines.slice(last + 1 - count, last + 1)
  return terms.length <= 3 && terms.every((term) => !NO_TERM.test(term) && term.length <= LONGEST_TERM)
    ? count
    : 0
}

/** Whether a line behind a definition is the term of the next one. */
function isTerm(lines: readonly string[], at: number): boolean {
  const line = lines[at] as string
  if (NO_TERM.test(line) || line.length > LONGEST_TERM || isBlank(line)) return false
  const next = isBlank(lines[at + 1]) ? lines[at + 2] : lines[at + 1]
  return next !== undefined && DEFINITION.test(next)
}

function lastWords(lines: readonly string[]): number {
  return lines.findLastIndex((line) => !isBlank(line))
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}
