import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import type { Log } from '../../log.ts'
import { Problem } from '../../protocol/problem.ts'
import type { HttpInterface } from '../http-interface.ts'
import { reindexPaths } from '../openapi/reindex-paths.ts'
import type { ReindexJob, ReindexJobs } from '../reindex-jobs.ts'
import type { RequestScope } from '../request-scope.ts'

export interface ReindexOptions {
  /** Bearer token required to rebuild; rebuilding is disabled when unset. */
  readonly token: string | undefined
  readonly jobs: Pick<ReindexJobs, 'start' | 'find' | 'cancel'>
  readonly log: Log
}

const PATH = '/admin/reindex'

/** When a running job is worth another look. A small edit takes about as long. */
const RETRY_AFTER = { 'Retry-After': '1' } as const

/**
 * `POST /admin/reindex` starts a rebuild of the index, `GET /admin/reindex/<id>` says how it goes, `DELETE` of the same
 * ends it; all of them need the token. For an entry whose index can be rebuilt.
 */
export function reindexInterface(options: ReindexOptions): HttpInterface {
  return { routes: reindexRoutes(options), paths: options.token === undefined ? {} : reindexPaths }
}

function reindexRoutes({ token, jobs, log }: ReindexOptions): Hono<RequestScope> {
  const routes = new Hono<RequestScope>()
  if (token === undefined) {
    return routes.all(`${PATH}/:id?`, () => {
      throw new Problem('not-found', {
        detail: 'Rebuilding the index over HTTP is switched off here. Set ADMIN_TOKEN to switch it on.',
      })
    })
  }
  return routes
    .use('/admin/*', requireToken(token))
    .post(PATH, (c) => {
      c.header('Cache-Control', 'no-store')
      const { job, started } = jobs.start()
      if (!started) throw alreadyRunning(job)
      const { id } = job
      log.info(
        { requestId: c.get('requestId'), userAgent: c.req.header('User-Agent'), job: id },
        'Reindex requested',
      )
      return c.json(job, 202, { ...RETRY_AFTER, Location: addressOf(job) })
    })
    .get(`${PATH}/:id`, (c) => {
      c.header('Cache-Control', 'no-store')
      const job = jobs.find(c.req.param('id'))
      if (job === undefined) throw unknown(c.req.param('id'))
      return c.json(job, 200, job.state === 'running' ? RETRY_AFTER : {})
    })
    .delete(`${PATH}/:id`, async (c) => {
      c.header('Cache-Control', 'no-store')
      const id = c.req.param('id')
      log.info(
        { requestId: c.get('requestId'), userAgent: c.req.header('User-Agent'), job: id },
        'Reindex cancelled by request',
      )
      const job = await jobs.cancel(id)
      if (job === undefined) throw unknown(id)
      return c.json(job)
    })
}

/** Hono compares in constant time; the words of each refusal are ours, as those of every problem. */
function requireToken(token: string) {
  const refuse = (detail: string, error = '') => ({
    message: () => {
      throw new Problem('unauthorized', {
        detail: `${detail} Send "Authorization: Bearer …" with the service's ADMIN_TOKEN.`,
        headers: { 'WWW-Authenticate': `Bearer realm="footnote"${error}` },
      })
    },
  })
  return bearerAuth({
    token,
    noAuthenticationHeader: refuse('This endpoint requires the admin token.'),
    invalidAuthenticationHeader: refuse('The Authorization header holds no bearer token.'),
    invalidToken: refuse('The token is wrong.', ', error="invalid_token"'),
  })
}

/** Not an answer with the running job alone: that one may have read the corpus before the edit that this is about. */
function alreadyRunning(job: ReindexJob): Problem {
  return new Problem('reindex-running', {
    detail: `The rebuild ${job.id} has not finished, and may have read the articles before your edit. Try again when it has.`,
    headers: { ...RETRY_AFTER, Location: addressOf(job) },
    extensions: { job },
  })
}

function unknown(id: string): Problem {
  return new Problem('not-found', {
    detail: `There is no rebuild "${id}"; old ones are forgotten, and all with a restart. POST ${PATH} starts one.`,
  })
}

function addressOf({ id }: ReindexJob): string {
  return `${PATH}/${id}`
}
