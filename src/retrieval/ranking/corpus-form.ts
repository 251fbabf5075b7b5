import type { Library } from '../../domain/library.ts'

/**
 * Whether a corpus is prose, or documentation with code, lists and tables between short paragraphs under many headings.
 * What tells the right paragraph differs: in prose its own words, in documentation more often those around it.
 */
export type CorpusForm = 'prose' | 'documentation'

/** Share of paragraphs with code, a list or a table from which on a corpus is documentation. */
const LEAST_STRUCTURED = 0.1
/** Most paragraphs that are looked at, spread over the corpus. */
const MOST_LOOKED_AT = 1000

export function corpusFormOf(library: Pick<Library, 'paragraphCount' | 'paragraphAt'>): CorpusForm {
  const { paragraphCount } = library
  const step = Math.max(1, Math.ceil(paragraphCount / MOST_LOOKED_AT))
  let seen = 0
  let structured = 0
  for (let row = 0; row < paragraphCount; row += step) {
    seen++
    const { kind } = library.paragraphAt(row)
    if (kind !== 'prose' && kind !== 'quote') structured++
  }
  return seen > 0 && structured / seen >= LEAST_STRUCTURED ? 'documentation' : 'prose'
}
