import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import type { Language, Library, Suggestion } from '../../domain.ts'
import { discordLength, LIMITS, shorten } from '../render/limits.ts'

export type Choice = APIApplicationCommandOptionChoice<string>

/** Simplified and Traditional readers understand each other's questions better than English ones, and so on. */
const FALLBACKS: Readonly<Record<Language, readonly Language[]>> = {
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  en: ['en', 'zh-Hant', 'zh-Hans'],
}

/** A suggestion as it is offered and as it is searched. */
interface Prepared {
  readonly question: string
  readonly language: Language
  readonly searched: string
}

/** Prepared once for each snapshot: people type faster than thousands of questions are normalised. */
const preparedOf = new WeakMap<readonly Suggestion[], readonly Prepared[]>()

/**
 * Questions that the corpus answers and that go on from what is typed: those that begin with it, then those that
 * contain all of its words; in the reader's language first. With nothing typed yet, a spread over the corpus.
 */
export function suggestQuestions(
  suggestions: readonly Suggestion[],
  typed: string,
  language: Language,
): Choice[] {
  const prepared = preparedOf.get(suggestions) ?? prepare(suggestions)
  preparedOf.set(suggestions, prepared)
  const matching =
    normalised(typed) === ''
      ? spread(prepared.filter((one) => one.language === language))
      : matches(prepared, normalised(typed), language)
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

function prepare(suggestions: readonly Suggestion[]): Prepared[] {
  return suggestions
    .filter(({ question }) => discordLength(question) <= LIMITS.autocompleteChoice)
    .map(({ question, language }) => ({ question, language, searched: normalised(question) }))
}

function matches(prepared: readonly Prepared[], typed: string, language: Language): Prepared[] {
  const words = typed.split(/\s+/)
  const order = FALLBACKS[language]
  const ranks: Prepared[][] = Array.from({ length: 2 * order.length }, () => [])
  for (const one of prepared) {
    if (!words.every((word) => one.searched.includes(word))) continue
    const rank = order.indexOf(one.language) + (one.searched.startsWith(typed) ? 0 : order.length)
    ranks[rank]?.push(one)
  }
  return ranks.flat()
}

/** Evenly from beginning to end, so that the choices show what the corpus is about. */
function spread(prepared: readonly Prepared[]): Prepared[] {
  const step = Math.max(1, prepared.length / LIMITS.autocompleteChoices)
  const count = Math.min(prepared.length, LIMITS.autocompleteChoices)
  return Array.from({ length: count }, (_, index) => prepared[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  )
}

function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
