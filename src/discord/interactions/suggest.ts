import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import type { IndexSnapshot, Suggestion } from '../../domain/index-snapshot.ts'
import type { Language } from '../../domain/language.ts'
import type { Library } from '../../domain/library.ts'
import { discordLength, LIMITS, shorten } from '../render/text/limits.ts'
import { matchesTyped, normalised } from './typed-words.ts'

export type Choice = APIApplicationCommandOptionChoice<string>

/** Simplified and Traditional readers understand each other's questions better than English ones, and so on. */
const FALLBACKS: Readonly<Record<Language, readonly Language[]>> = {
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  en: ['en', 'zh-Hant', 'zh-Hans'],
}

/** Headings are only looked for among so many articles: people type faster than a large library is read. */
const MOST_ARTICLES = 50

/** A suggestion as it is offered and as it is searched. */
interface Prepared {
  readonly question: string
  readonly language: Language
  readonly paragraphId: string
  readonly searched: string
}

/** Prepared once for each snapshot: people type faster than thousands of questions are normalised. */
const preparedOf = new WeakMap<readonly Suggestion[], readonly Prepared[]>()

/**
 * What one might ask. First what is typed, as it is; then questions that the corpus answers and that go on from it, one for
 * each answer, in the reader's language first; then headings. With nothing typed yet, a spread over the corpus.
 */
export function suggestQuestions(
  { suggestions, library }: Pick<IndexSnapshot, 'suggestions' | 'library'>,
  typed: string,
  language: Language,
): Choice[] {
  const prepared = preparedOf.get(suggestions) ?? prepare(suggestions)
  preparedOf.set(suggestions, prepared)
  const words = normalised(typed)
  const echo = typed.trim() === '' ? [] : [typed.trim()]
  const known =
    words === ''
      ? spread(prepared.filter((one) => one.language === language))
      : matching(prepared, words, language)
  const questions = known.map(({ question }) => question)
  const offered = questions.length > 0 ? questions : headings(library, words)
  return [...new Set([...echo, ...offered])]
    .filter((question) => discordLength(question) <= LIMITS.autocompleteChoice)
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

/** The best-written first, so that it stands for all that the same paragraph answers. */
function prepare(suggestions: readonly Suggestion[]): Prepared[] {
  return suggestions
    .filter(({ question }) => discordLength(question) <= LIMITS.autocompleteChoice)
    .map(({ question, language, paragraphId }) => ({
      question,
      language,
      paragraphId,
      searched: normalised(question),
    }))
    .map((one, row) => ({ one, row, care: careOf(one.question) }))
    .sort((a, b) => b.care - a.care || a.row - b.row)
    .map(({ one }) => one)
}

/** How carefully a question is written: many are paraphrases, made to be found rather than to be read. */
function careOf(question: string): number {
  const isQuestion = /[?？]$/.test(question)
  const beginsWell = /^[\p{Lu}\p{Script=Han}「《“]/u.test(question)
  return Number(isQuestion) + Number(beginsWell)
}

/** One question a paragraph: those that begin with what is typed before the others, the reader's language first. */
function matching(prepared: readonly Prepared[], typed: string, language: Language): Prepared[] {
  const order = FALLBACKS[language]
  const ranks: Prepared[][] = Array.from({ length: 2 * order.length }, () => [])
  const taken = new Set<string>()
  for (const one of prepared) {
    const key = `${one.language} ${one.paragraphId}`
    if (taken.has(key) || !matchesTyped(one.searched, typed)) continue
    taken.add(key)
    const rank = order.indexOf(one.language) + (one.searched.startsWith(typed) ? 0 : order.length)
    ranks[rank]?.push(one)
  }
  return ranks.flat()
}

function headings(library: Library, typed: string): string[] {
  if (library.articleCount > MOST_ARTICLES) return []
  const found: string[] = []
  for (let row = 0; row < library.articleCount; row += 1) {
    const { title, sections } = library.articleAt(row)
    found.push(...[title, ...sections.map(({ heading }) => heading)].map((name) => name.replace(/\s+/g, ' ')))
  }
  return found.filter((name) => name.trim() !== '' && matchesTyped(normalised(name), typed))
}

/** Evenly from beginning to end of what is written with care, so that the choices show what the corpus is about. */
function spread(prepared: readonly Prepared[]): Prepared[] {
  const best = [...new Map([...prepared].reverse().map((one) => [one.paragraphId, one])).values()].reverse()
  const step = Math.max(1, best.length / LIMITS.autocompleteChoices)
  const count = Math.min(best.length, LIMITS.autocompleteChoices)
  return Array.from({ length: count }, (_, index) => best[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  )
}
