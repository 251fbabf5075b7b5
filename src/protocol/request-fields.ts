import * as z from 'zod'
import type { Language } from '../domain/language.ts'

/** Limits of a request. Characters are Unicode code points: an emoji outside the BMP counts once. */
export const LIMITS = {
  questionCharacters: 1000,
  turns: 50,
  turnCharacters: 8000,
  citations: 10,
  results: 16,
  neighbours: 5,
  articles: 100,
  articleIdCharacters: 500,
  paragraphIdCharacters: 600,
} as const

/** The languages that answers are given in. */
export const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en'] as const satisfies readonly Language[]

/** Lone surrogates and NUL are refused, because they break tools further along. */
const UNUSABLE = /[\p{Surrogate}\0]/u

const INVISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u

/** The message of a field that has another type: `is missing; expected a string`, or `must be a string`. */
export function expected(what: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? `is missing; expected ${what}` : `must be ${what}`
}

/**
 * A string of whole characters.
 *
 * @param limit in characters, without the white space around them
 */
export function text(limit: number) {
  return z
    .string({ error: expected('a string') })
    .refine((value) => !UNUSABLE.test(value), {
      error: 'contains NUL or a lone surrogate; send whole characters',
    })
    .refine((value) => [...value.trim()].length <= limit, {
      error: ({ input }) =>
        `has ${[...String(input).trim()].length} characters; at most ${limit} are allowed`,
    })
    .meta({ maxLength: limit })
}

/** A text that says something, without the white space around it. @param error for one that does not */
export function visibleText(limit: number, error: string) {
  return text(limit)
    .refine((value) => !INVISIBLE.test(value), { error })
    .transform((value) => value.trim())
    .meta({ minLength: 1, maxLength: limit })
}

/** A whole number, of which the message for any other says the limits. */
export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

/** Ids of the articles that a request is about. */
export const articleIds = z
  .array(text(LIMITS.articleIdCharacters), { error: expected('a list of article ids') })
  .min(1, { error: 'is empty; leave it out to ask all articles' })
  .max(LIMITS.articles, { error: `names too many articles; name ${LIMITS.articles} at most` })

export const language = z.enum(LANGUAGES, {
  error: expected(`one of ${LANGUAGES.map((name) => `"${name}"`).join(', ')}`),
})

/** The number in a query parameter; NaN, which no schema takes, where it is none. */
export function numberIn(parameter: string | null): number | undefined {
  return parameter === null ? undefined : Number(parameter.trim() || Number.NaN)
}

/** `true` or `false` of a query parameter; anything else as it stands, so that its check refuses it. */
export function booleanIn(parameter: string | null): boolean | string | undefined {
  if (parameter === null) return undefined
  return parameter === 'true' ? true : parameter === 'false' ? false : parameter
}

/** The values of a query parameter that may come more than once. */
export function listIn(query: URLSearchParams, name: string): string[] | undefined {
  const values = query.getAll(name)
  return values.length === 0 ? undefined : values
}
