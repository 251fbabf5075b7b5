import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { AskRequest } from '../../domain/question.ts'
import { parseAskQuery } from '../../protocol/ask-request.ts'
import { Problem } from '../../protocol/problem.ts'
import { ChatPage, type ChatPageProps } from '../pages/chat/chat-page.tsx'
import { pageLanguage } from '../pages/words/page-language.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** Longest passage that a question can be begun about, in characters. */
const LONGEST_PASSAGE = 300

/**
 * `/`: the page that people chat on. `/?q=…` asks at once, with or without a script; `before` says what was asked
 * before, `articles` chooses which articles, `about` begins a question about a passage.
 */
export function homeRoutes(): Hono<RequestScope> {
  return new Hono<RequestScope>()
    .get('/', async (c, next) => (isBlank(c.req.query('q')) ? next() : await answerPage(c)))
    .get('/', revalidate, (c) => c.html(ChatPage(propsOf(c))))
}

/** Applies a limit to `/?q=…` alone: the page itself costs nothing. */
export function onlyQuestions(limit: MiddlewareHandler<RequestScope>): MiddlewareHandler<RequestScope> {
  return (c, next) => (isBlank(c.req.query('q')) ? next() : limit(c, next))
}

async function answerPage(c: Context<RequestScope>) {
  const props = propsOf(c)
  c.header('Cache-Control', 'no-store')
  const question = c.req.query('q') ?? ''
  let request: AskRequest
  try {
    request = { ...parseAskQuery(parameters(c)), readerLanguage: props.language, inlineMarkup: true }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return c.html(ChatPage({ ...props, asked: { question, failure: error.message } }), error.status)
  }
  const answer = await snapshotOf(c).ask(request, { signal: c.req.raw.signal })
  const received = { ...answer, requestId: c.get('requestId') }
  return c.html(ChatPage({ ...props, asked: { question: request.question, answer: received } }))
}

function propsOf(c: Context<RequestScope>): ChatPageProps {
  const about = c.req.query('about')?.trim()
  const { search } = new URL(c.req.url)
  return {
    snapshot: snapshotOf(c),
    language: pageLanguage(c),
    path: `/${search.replace(/([?&])lang=[^&]*&?/, '$1').replace(/[?&]$/, '')}`,
    chosen: parameters(c).getAll('articles'),
    before: parameters(c).getAll('before'),
    about: isBlank(about) ? undefined : [...(about ?? '')].slice(0, LONGEST_PASSAGE).join(''),
  }
}

/** The query without what a form sends empty: "all articles" is an empty choice. */
function parameters(c: Context): URLSearchParams {
  const filled = [...new URL(c.req.url).searchParams].filter(([name, value]) => name === 'q' || value !== '')
  return new URLSearchParams(filled)
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
