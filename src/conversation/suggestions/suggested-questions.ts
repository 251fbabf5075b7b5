import type { Language } from '../../domain/language.ts'
import type { AskRequest } from '../../domain/question.ts'
import type { SearchableIndex } from '../../retrieval/searchable-index.ts'
import { shelfOf } from '../about/shelf.ts'
import { madeSuggestions } from './made-suggestions.ts'
import { writtenSuggestions } from './written-suggestions.ts'

const MOST_SUGGESTIONS = 3

/** Questions to try, written ahead where there are such, else made of titles and headings. */
export class SuggestedQuestions {
  private readonly index: SearchableIndex
  private readonly ofAll = new Map<Language, readonly string[]>()

  constructor(index: SearchableIndex) {
    this.index = index
  }

  for(request: Pick<AskRequest, 'articles'>, language: Language): readonly string[] {
    if (request.articles !== undefined) return this.about(request, language)
    const known = this.ofAll.get(language) ?? this.about(request, language)
    this.ofAll.set(language, known)
    return known
  }

  private about(request: Pick<AskRequest, 'articles'>, language: Language): readonly string[] {
    const isChosen = (article: string) => request.articles?.includes(article) ?? true
    const written = writtenSuggestions(this.index, language, MOST_SUGGESTIONS, isChosen)
    if (written.length > 1) return written
    const made = madeSuggestions(shelfOf(this.index.library, request), language, MOST_SUGGESTIONS)
    return [...written, ...made].slice(0, MOST_SUGGESTIONS)
  }
}
