import { Postings } from '../../src/index/postings.ts'
import type { SearchableIndex } from '../../src/retrieval/searchable-index.ts'
import { type Terms, termsOf } from '../../src/text/terms.ts'

/** The words of the paragraphs by themselves: nothing of what was written ahead about them. */
export function onlyOwnWords({ library, passages, lexicon }: SearchableIndex): Postings {
  const { vocabulary, dictionary, texts } = lexicon
  const own = Array.from({ length: passages.count }, (_, row): Terms | undefined => {
    const { kind, paragraph, start, end } = passages.at(row)
    if (kind === 'question') return undefined
    return termsOf(library.paragraphAt(paragraph).text.slice(start, end), dictionary)
  })
  const offsets = new Uint32Array(vocabulary.size + 1)
  const rows: number[] = []
  const counts: number[] = []
  for (let term = 0; term < vocabulary.size; term++) {
    const key = vocabulary.key(term)
    for (let at = texts.offsets[term] ?? 0; at < (texts.offsets[term + 1] ?? 0); at++) {
      const row = texts.rows[at] ?? 0
      const count = own[row]?.get(key)?.count
      if (count === undefined) continue
      rows.push(row)
      counts.push(Math.min(255, count))
    }
    offsets[term + 1] = rows.length
  }
  return new Postings(offsets, Uint32Array.from(rows), Uint8Array.from(counts), texts.lengths)
}
