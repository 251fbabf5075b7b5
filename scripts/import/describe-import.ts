import type { ImportedArticle } from './import-article.ts'
import type { Repair } from './repair.ts'

/** How much of a dropped part is shown. */
const EXCERPT = 60

/** What an import did, line by line, for the person who checks it. */
export function describeImport(article: ImportedArticle): string[] {
  const { metadata, sections, paragraphs, dropped, repairs, doubts } = article
  const lines = Object.entries(metadata).map(([field, value]) => `  ${field}: ${value}`)
  lines.push(`  ${paragraphs} paragraphs, ${sections} headings`)
  for (const { reason, texts } of dropped) {
    lines.push(`Dropped, ${reason}: ${texts.length} ${texts.length === 1 ? 'block' : 'blocks'}`)
    lines.push(...texts.map((text) => `  - ${excerpt(text)}`))
  }
  for (const [rule, found] of groupBy(repairs, ({ rule }) => rule)) {
    lines.push(`Repaired, ${rule}: ${found.length}`)
    for (const [change, places] of groupBy(found, ({ before, after }) => `${before} → ${after}`)) {
      lines.push(
        `  - ${change}${places.length > 1 ? ` (${places.length} times)` : `   … ${places[0]?.context} …`}`,
      )
    }
  }
  if (doubts.length > 0) lines.push('Left as found, please look:')
  lines.push(...doubts.map(({ reason, context }) => `  - ${reason}   … ${context} …`))
  return lines
}

function groupBy(repairs: readonly Repair[], key: (repair: Repair) => string): Map<string, Repair[]> {
  const groups = new Map<string, Repair[]>()
  for (const repair of repairs) {
    const group = groups.get(key(repair)) ?? []
    group.push(repair)
    groups.set(key(repair), group)
  }
  return groups
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}… (${text.length} characters)` : line
}
