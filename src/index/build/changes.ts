import type { Article } from '../../domain/article.ts'
import type { StoredLibrary } from '../documents/stored-library.ts'

/** What differs between two builds, in paragraphs. */
export interface Changes {
  /** Stand where another stood before. */
  readonly changed: number
  readonly added: number
  readonly removed: number
  readonly kept: number
}

/**
 * Compares paragraphs by their ids, article by article. Between two paragraphs that were kept, as many new ones as
 * removed ones count as changed.
 */
export function countChanges(before: StoredLibrary | undefined, articles: readonly Article[]): Changes {
  const total = { changed: 0, added: 0, removed: 0, kept: 0 }
  const unmatched = new Map<string, number>()
  for (let row = 0; row < (before?.articleCount ?? 0); row++)
    unmatched.set(before?.articleIdAt(row) ?? '', row)
  for (const article of articles) {
    const row = unmatched.get(article.id)
    unmatched.delete(article.id)
    if (before && row !== undefined && before.rowOf(article) === row) {
      total.kept += before.paragraphCountOf(row)
      continue
    }
    const newIds = article.paragraphs.map((paragraph) => paragraph.id)
    compare(row === undefined ? [] : (before?.paragraphIdsOf(row) ?? []), newIds, total)
  }
  for (const row of unmatched.values()) total.removed += before?.paragraphCountOf(row) ?? 0
  return total
}

function compare(
  before: readonly string[],
  after: readonly string[],
  total: { -readonly [K in keyof Changes]: number },
) {
  const idsBefore = new Set(before)
  const idsAfter = new Set(after)
  const removed = runsWithout(before, idsAfter)
  const added = runsWithout(after, idsBefore)
  for (const [anchor, count] of added) {
    const changed = Math.min(count, removed.get(anchor) ?? 0)
    total.changed += changed
    total.added += count - changed
    total.removed -= changed
  }
  for (const count of removed.values()) total.removed += count
  total.kept += after.filter((id) => idsBefore.has(id)).length
}

/** How many ids that are not in `others` follow each one that is (or the beginning: the empty id). */
function runsWithout(ids: readonly string[], others: ReadonlySet<string>): Map<string, number> {
  const runs = new Map<string, number>()
  let anchor = ''
  for (const id of ids) {
    if (others.has(id)) anchor = id
    else runs.set(anchor, (runs.get(anchor) ?? 0) + 1)
  }
  return runs
}
