import { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { TermRows } from '../../../src/index/lexical/postings/term-rows.ts'
import type { SearchableIndex } from '../../../src/retrieval/searchable-index.ts'
import { type Terms, termsOf } from '../../../src/text/terms.ts'

/** The words of the paragraphs by themselves: nothing of what was written ahead about them. */
export function onlyOwnWords({ library, passages, lexicalIndex }: SearchableIndex): Postings {
  const { termDictionary, dictionary, texts } = lexicalIndex
  const own = Array.from({ length: passages.count }, (_, row): Terms | undefined => {
    const { kind, paragraphRow, start, end } = passages.at(row)
    if (kind === 'question') return undefined
    return termsOf(library.paragraphAt(paragraphRow).text.slice(start, end), dictionary)
  })
  const rows = new TermRows()
  for (const terms of own) {
    for (const [key, { count }] of terms ?? []) {
      const term = termDictionary.find(key)
      if (term !== undefined) rows.add(term, count)
    }
    rows.endRow()
  }
  return Postings.of(termDictionary.size, rows, texts.lengths)
}
