import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { parseAccept } from 'hono/utils/accept'
import type { Language } from '../../../domain/language.ts'
import { nearestLanguage } from '../../../views/words/words-for.ts'

const PARAMETER = 'lang'
const COOKIE = 'language'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * The language of a page's own words: what the reader chose with `?lang=`, now or before, otherwise the first of
 * `Accept-Language` that we have.
 *
 * @param fallback for a reader who names none that we have
 */
export function pageLanguage(c: Context, fallback: Language = 'en'): Language {
  c.header('Vary', 'Accept-Language, Cookie', { append: true })
  const chosen = nearestLanguage(c.req.query(PARAMETER) ?? '')
  if (chosen !== undefined) {
    setCookie(c, COOKIE, chosen, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true })
    return chosen
  }
  const remembered = nearestLanguage(getCookie(c, COOKIE) ?? '')
  return remembered ?? acceptedLanguage(c.req.header('Accept-Language')) ?? fallback
}

/** The first language of an `Accept-Language` that we have. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  for (const { type } of parseAccept(header ?? '')) {
    const language = nearestLanguage(type)
    if (language !== undefined) return language
  }
  return undefined
}
