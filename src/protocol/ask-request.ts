import * as z from 'zod'
import type { AskRequest, Language } from '../domain.ts'
import { type Fault, Problem } from './problem.ts'

/** Limits of a request. Characters are Unicode code points: an emoji outside the BMP counts once. */
export const LIMITS = {
  questionCharacters: 1000,
  turns: 50,
  turnCharacters: 8000,
  citations: 10,
  articles: 100,
  articleIdCharacters: 500,
} as const

/** The languages that answers are given in. */
export const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en'] as const satisfies readonly Language[]

const EXAMPLE = '{"question": "What is Docker?"}'

/** Half of a surrogate pair is no character, and NUL is text to nobody; both break tools further along. */
const UNUSABLE = /[\p{Surrogate}\0]/u

const INVISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u

function expected(what: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? `is missing; expected ${what}` : `must be ${what}`
}

function text(limit: number) {
  return z
    .string({ error: expected('a string') })
    .refine((value) => !UNUSABLE.test(value), {
      error: 'contains NUL or half of a surrogate pair; send whole characters',
    })
    .refine((value) => [...value.trim()].length <= limit, {
      error: ({ input }) =>
        `has ${[...String(input).trim()].length} characters; at most ${limit} are allowed`,
    })
}

const turn = z.object(
  {
    role: z.enum(['user', 'assistant'], { error: expected('"user" or "assistant"') }),
    content: text(LIMITS.turnCharacters),
  },
  { error: expected('an object with "role" and "content"') },
)

/** Ids of the articles that a request is about. */
const articleIds = z
  .array(text(LIMITS.articleIdCharacters), { error: expected('a list of article ids') })
  .min(1, { error: 'is empty; leave it out to ask all articles' })
  .max(LIMITS.articles, { error: `names too many articles; name ${LIMITS.articles} at most` })

const citationsError = `must be a whole number from 1 to ${LIMITS.citations}`

/**
 * The body of `POST /ask`. Fields that are not known are left out and an explicit `null` counts as absent, so that a
 * client written for a later version still gets its answer.
 */
const askRequest = z.object(
  {
    question: text(LIMITS.questionCharacters)
      .refine((value) => !INVISIBLE.test(value), { error: 'is empty; ask something' })
      .transform((value) => value.trim()),
    history: z
      .array(turn, { error: expected('a list of turns, oldest first') })
      .max(LIMITS.turns, { error: `has too many turns; send the last ${LIMITS.turns} at most` })
      .nullish(),
    maxCitations: z
      .int({ error: citationsError })
      .min(1, { error: citationsError })
      .max(LIMITS.citations, { error: citationsError })
      .nullish(),
    language: z
      .enum(LANGUAGES, { error: expected(`one of ${LANGUAGES.map((name) => `"${name}"`).join(', ')}`) })
      .nullish(),
    articles: articleIds.nullish(),
  },
  { error: `must be a JSON object such as ${EXAMPLE}` },
)

/**
 * Checks a body that was parsed as JSON.
 * @throws {Problem} `invalid-request` that lists every fault with its JSON Pointer
 */
export function parseAskBody(body: unknown): AskRequest {
  // No key of the schema holds a character that RFC 6901 would have escaped.
  return parse(body, (path) => ({ pointer: ['#', ...path.map(String)].join('/') }))
}

const PARAMETERS: Record<string, string> = { question: 'q' }

/**
 * Checks the query of `GET /ask?q=…&maxCitations=…&language=…&articles=…`; `articles` may come more than once.
 * @throws {Problem} `invalid-request` that lists every fault with its parameter
 */
export function parseAskQuery(query: URLSearchParams): AskRequest {
  const maxCitations = query.get('maxCitations')
  const articles = query.getAll('articles')
  return parse(
    {
      question: query.get('q') ?? undefined,
      maxCitations: maxCitations === null ? undefined : Number(maxCitations.trim() || Number.NaN),
      language: query.get('language'),
      articles: articles.length === 0 ? undefined : articles,
    },
    ([key]) => ({ parameter: PARAMETERS[String(key)] ?? String(key) }),
  )
}

function parse(input: unknown, locate: (path: readonly PropertyKey[]) => Omit<Fault, 'detail'>): AskRequest {
  const result = askRequest.safeParse(input)
  if (!result.success) {
    const errors = result.error.issues.map(({ path, message }) => ({ ...locate(path), detail: message }))
    const detail = errors.map((fault) => `${nameOf(fault)} ${fault.detail}.`).join(' ')
    throw new Problem('invalid-request', { detail, errors })
  }
  const { question, history, maxCitations, language, articles } = result.data
  return {
    question,
    ...(history ? { history } : {}),
    ...(maxCitations ? { maxCitations } : {}),
    ...(language ? { language } : {}),
    ...(articles ? { articles } : {}),
  }
}

/** Where a fault is, as a person would say it. */
function nameOf({ parameter, pointer = '#' }: Fault): string {
  return parameter ?? (pointer === '#' ? 'The body' : pointer.slice(2))
}
