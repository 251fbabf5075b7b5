import type { PageLine } from './page-lines.ts'

/** Where on a page running titles and page numbers stand. */
const TOP = 0.88
const BOTTOM = 0.12

/** Lines without those that a program puts on every page: running titles, and numbers of pages. */
export function withoutRunningTitles(lines: readonly PageLine[]): PageLine[] {
  const pages = new Map<string, Set<number>>()
  for (const line of lines) {
    const seen = pages.get(patternOf(line)) ?? new Set()
    pages.set(patternOf(line), seen.add(line.page))
  }
  return lines.filter((line) => {
    if (line.height > BOTTOM && line.height < TOP) return true
    return !isNumber(line.text) && (pages.get(patternOf(line))?.size ?? 0) < 2
  })
}

/** What is the same on every page: the words but for their numbers, and where they stand. */
function patternOf({ text, bottom }: PageLine): string {
  return `${Math.round(bottom / 4)} ${text.replace(/[\divxlc]+/gi, '#')}`
}

function isNumber(text: string): boolean {
  return /^[\s–—-]*(?:\d{1,4}|[ivxlc]{1,6})[\s–—-]*$/i.test(text)
}
