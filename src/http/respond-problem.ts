import type { Context, MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
import { HTTPException } from 'hono/http-exception'
import { InvalidRequestError } from '../errors.ts'
import type { Log } from '../log.ts'
import { Problem } from '../protocol/problem.ts'
import { ProblemPage } from './pages/problem-page.tsx'
import { pageLanguage } from './pages/words/page-language.ts'
import type { RequestScope } from './request-scope.ts'

const PROBLEM_JSON = 'application/problem+json'

/** Renders a problem as RFC 9457 has it; a browser that asks for a page gets the same words as a page. */
export function respondProblem(c: Context<RequestScope>, problem: Problem): Response | Promise<Response> {
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept')
  c.status(problem.status)
  const errorBody = c.get('errorBody')
  if (errorBody !== undefined) return c.json(errorBody(problem))
  const type = accepts(c, { header: 'Accept', supports: [PROBLEM_JSON, 'text/html'], default: PROBLEM_JSON })
  if (type === 'text/html') {
    return c.html(ProblemPage({ problem, requestId: c.get('requestId'), language: pageLanguage(c) }))
  }
  c.header('Content-Type', PROBLEM_JSON)
  return c.body(JSON.stringify(problemDocument(c, problem)))
}

/** The members of a problem document, with the id under which the log has the request. */
export function problemDocument(c: Context<RequestScope>, problem: Problem) {
  return { ...problem.toJSON(), requestId: c.get('requestId') }
}

/**
 * What a client may know of an error: problems and unusable requests as they are; of everything else, which goes to the
 * log, that something failed.
 */
export function problemOf(error: unknown, c: Context<RequestScope>, log: Log): Problem {
  if (error instanceof Problem) return error
  if (error instanceof InvalidRequestError) return new Problem('invalid-request', { detail: error.message })
  const requestId = c.get('requestId')
  if (c.req.raw.signal.aborted) {
    log.info({ requestId }, 'The client left before it had its answer')
  } else {
    log.error({ requestId, method: c.req.method, path: c.req.path, err: error }, 'The request failed')
  }
  return new Problem('internal-error', {
    detail: `The request could not be answered. Try again; if it keeps failing, report it with the request id ${requestId}.`,
  })
}

/** What proxies call the status of a request whose client has left; nobody gets it, the log shows it. */
const CLIENT_LEFT = 499

/** The last stop of every error: what is meant for the caller goes out, everything else goes to the log. */
export function handleError(log: Log) {
  return (error: Error, c: Context<RequestScope>): Response | Promise<Response> => {
    if (error instanceof HTTPException) return error.getResponse()
    const problem = problemOf(error, c, log)
    const hasLeft = problem.problem === 'internal-error' && c.req.raw.signal.aborted
    return hasLeft ? new Response(null, { status: CLIENT_LEFT }) : respondProblem(c, problem)
  }
}

/**
 * Turns whatever is thrown into an error, as Hono hands only errors to {@link handleError}: the signal of a client that has
 * left has a text for its reason in Node, and whoever heeds the signal throws that.
 */
export const throwErrors: MiddlewareHandler = async (_c, next) => {
  try {
    await next()
  } catch (thrown) {
    throw thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown })
  }
}
