import type { RebuildReport } from './rebuild-options.ts'

/** What a rebuild did, in one line: `2 changed, 1 new, 1 removed, 115 kept · 3 embedded · 0.2 s`. */
export function describeRebuild({
  outcome,
  changes,
  embedded,
  milliseconds,
  generation,
}: Pick<RebuildReport, 'outcome' | 'changes' | 'embedded' | 'milliseconds' | 'generation'>): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`
  if (outcome === 'unchanged') return `Up to date: ${changes.kept} paragraphs · ${seconds} · ${generation}`
  const { changed, added, removed, kept } = changes
  const what = `${changed} changed, ${added} new, ${removed} removed, ${kept} kept`
  const start = outcome === 'would build' ? 'Would build: ' : ''
  return `${start}${what} · ${embedded} embedded · ${seconds} · ${generation}`
}
