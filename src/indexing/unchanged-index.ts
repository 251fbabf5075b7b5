import type { IndexState } from '../storage/index/index-state.ts'
import type { RebuildOptions, RebuildOutcome } from './rebuild-options.ts'

/** What there is to say where nothing has to be built. */
export function unchangedIndex(
  state: IndexState,
  { full, unpin, repair }: RebuildOptions,
): RebuildOutcome | undefined {
  if (!state.serves || full || (unpin && state.outdated)) return undefined
  if (repair && state.generation.vectorIndex.lacksGraph) return undefined
  const { counts, generation } = state.generation.manifest
  return {
    outcome: 'unchanged',
    reason: undefined,
    generation,
    changes: { changed: 0, added: 0, removed: 0, kept: counts.paragraphs },
    embedded: 0,
    estimate: undefined,
    stored: state.generation,
    refused: state.generation.index.statements.refused,
  }
}
