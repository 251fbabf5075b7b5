import type { Suggestion } from '../../../domain/index-snapshot.ts'
import type { Language } from '../../../domain/language.ts'
import { articleIdOf } from '../../../paragraph-id.ts'

/** What to offer a reader who has no questions in their own language. */
const ORDER: Readonly<Record<Language, readonly Language[]>> = {
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  en: ['en', 'zh-Hant', 'zh-Hans'],
}

/** Written out, as one would print it; people also type without a capital and a question mark. */
const COMPLETE = /^[\p{Lu}\p{Lo}\p{N}「“"].*[?？]$/u

/**
 * A few questions to begin with: in the reader's language, spread over the corpus from beginning to end, none twice.
 * @param articles ids of the articles that they are to be about; all without it
 */
export function chooseSuggestions(
  suggestions: readonly Suggestion[],
  language: Language,
  most: number,
  articles: readonly string[] = [],
): Suggestion[] {
  const about = suggestions.filter(
    ({ paragraphId }) => articles.length === 0 || articles.includes(articleIdOf(paragraphId)),
  )
  for (const tag of ORDER[language]) {
    const distinct = new Map(
      about.filter((one) => one.language === tag).map((one) => [one.question, one] as const),
    )
    const candidates = [...distinct.values()]
    const complete = candidates.filter(({ question }) => COMPLETE.test(question))
    if (candidates.length > 0) return spread(complete.length >= most ? complete : candidates, most)
  }
  return []
}

function spread<T>(values: readonly T[], most: number): T[] {
  const step = Math.max(1, values.length / most)
  return values.filter((_, index) => index === Math.floor(Math.ceil(index / step) * step)).slice(0, most)
}
