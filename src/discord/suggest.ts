import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import type { Language, Library, Suggestion } from '../domain.ts'
import { discordLength, LIMITS, shorten } from './limits.ts'

export type Choice = APIApplicationCommandOptionChoice<string>

/** Simplified and Traditional readers understand each other's questions better than English ones, and so on. */
const FALLBACKS: Readonly<Record<Language, readonly Language[]>> = {
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  en: ['en', 'zh-Hant', 'zh-Hans'],
}

/**
 * Questions that the corpus answers and that go on from what is typed: those that begin with it, then those that
 * contain all of its words; in the reader's language first. With nothing typed yet, a spread over the corpus.
 */
export function suggestQuestions(
  suggestions: readonly Suggestion[],
  typed: string,
  language: Language,
): Choice[] {
  const usable = suggestions.filter(({ question }) => discordLength(question) <= LIMITS.autocompleteChoice)
  const ordered = FALLBACKS[language].flatMap((each) => usable.filter((one) => one.language === each))
  const words = wordsOf(typed)
  const matching =
    words.length === 0
      ? spread(usable.filter((one) => one.language === language))
      : matches(ordered, typed, words)
  const questions = [...new Set(matching.map(({ question }) => question))]
  return questions
    .slice(0, LIMITS.autocompleteChoices)
    .map((question) => ({ name: question, value: question }))
}

/** Articles whose title contains what is typed. Ids too long for a choice are left to the list that `/article` shows. */
export function suggestArticles(library: Library, typed: string): Choice[] {
  const choices: Choice[] = []
  for (let row = 0; row < library.articleCount && choices.length < LIMITS.autocompleteChoices; row += 1) {
    const { id, title } = library.articleAt(row)
    if (discordLength(id) > LIMITS.autocompleteChoice || !normalised(title).includes(normalised(typed)))
      continue
    choices.push({ name: shorten(title, LIMITS.autocompleteChoice), value: id })
  }
  return choices
}

function matches(ordered: readonly Suggestion[], typed: string, words: readonly string[]): Suggestion[] {
  const start = normalised(typed)
  const beginning: Suggestion[] = []
  const containing: Suggestion[] = []
  for (const suggestion of ordered) {
    const question = normalised(suggestion.question)
    if (question.startsWith(start)) beginning.push(suggestion)
    else if (words.every((word) => question.includes(word))) containing.push(suggestion)
  }
  return [...beginning, ...containing]
}

/** Evenly from beginning to end, so that the choices show what the corpus is about. */
function spread(suggestions: readonly Suggestion[]): Suggestion[] {
  const step = Math.max(1, suggestions.length / LIMITS.autocompleteChoices)
  const count = Math.min(suggestions.length, LIMITS.autocompleteChoices)
  return Array.from({ length: count }, (_, index) => suggestions[Math.floor(index * step)]).filter(
    (suggestion) => suggestion !== undefined,
  )
}

function wordsOf(text: string): string[] {
  return normalised(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}

function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
