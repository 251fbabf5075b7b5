import type { Suggestion } from '../domain/index-snapshot.ts'
import type { SearchableIndex } from '../retrieval/searchable-index.ts'
import { detectLanguage } from '../text/languages.ts'

/** The questions that were written ahead, in the order of the paragraphs that they are about. */
export function suggestionsOf({
  passages,
  library,
}: Pick<SearchableIndex, 'passages' | 'library'>): Suggestion[] {
  const suggestions: Suggestion[] = []
  for (let row = 0; row < passages.count; row++) {
    const { kind, text, paragraphRow } = passages.at(row)
    if (kind !== 'question') continue
    suggestions.push({
      question: text,
      language: detectLanguage(text),
      paragraphId: library.paragraphAt(paragraphRow).id,
    })
  }
  return suggestions
}
