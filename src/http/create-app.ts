import { Hono, type MiddlewareHandler } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import { InvalidRequestError } from '../errors.ts'
import { type Log, silentLog } from '../log.ts'
import type { Paths } from '../protocol/openapi/openapi-types.ts'
import { costlyPaths } from '../protocol/openapi/operation.ts'
import { Problem } from '../protocol/problem.ts'
import type { QuestionLog } from '../question-log/question-log.ts'
import { type AskedThrough, recordedAsk } from '../question-log/recorded-ask.ts'
import type { AskObserver } from '../telemetry/ask-event.ts'
import type { Dependency } from '../telemetry/dependency.ts'
import { observedSnapshot } from '../telemetry/observed-snapshot.ts'
import type { HttpInterface } from './http-interface.ts'
import { forwardedOrigin } from './limits/client.ts'
import { type Limits, limitAll, limitCostly } from './limits/limits.ts'
import { logRequests } from './log-requests.ts'
import { articlePaths, paragraphPaths } from './openapi/article-paths.ts'
import { askPaths, searchPaths } from './openapi/ask-paths.ts'
import { assetPaths, docsPaths, homePaths } from './openapi/page-paths.ts'
import { documentPaths, healthPaths } from './openapi/service-paths.ts'
import type { Client, RequestScope } from './request-scope.ts'
import { handleError, respondProblem, throwErrors } from './respond-problem.ts'
import { articleRoutes } from './routes/articles.ts'
import { askRoutes } from './routes/ask.ts'
import { assetRoutes } from './routes/assets.ts'
import { docsRoutes } from './routes/docs.ts'
import { healthRoutes } from './routes/health.ts'
import { homeRoutes, onlyQuestions } from './routes/home.ts'
import { paragraphRoutes } from './routes/paragraphs.ts'
import { searchRoutes } from './routes/search.ts'
import { securityHeaders } from './security-headers.ts'

export interface AppOptions {
  /** Returns the snapshot to answer from, or undefined until the first one is open; called at most once a request. */
  readonly current: () => IndexSnapshot | undefined
  /** @default a log that discards everything */
  readonly log?: Log
  /** Keeps every question and its answer, under the id of its request. */
  readonly questionLog?: QuestionLog | undefined
  /**
   * Address of the service as clients see it, e.g. `https://ask.example.org`.
   *
   * @default the address that each request was sent to
   */
  readonly publicUrl?: string | undefined
  /**
   * Who may ask, from where, and how much.
   *
   * @default no limits
   */
  readonly limits?: Limits | undefined
  /** Measures requests, questions and searches. */
  readonly telemetry?: {
    readonly around: readonly MiddlewareHandler<RequestScope>[]
    readonly asked: AskObserver
  }
  /** Returns the state of what the service depends on, which `/readyz` shows. */
  readonly dependencies?: () => readonly Dependency[]
  /** Interfaces to serve besides questions, articles and health. */
  readonly interfaces?: readonly HttpInterface[]
}

/**
 * Composes the HTTP service, which is the same in Node and in Workers. All interfaces share request ids, logs, security
 * headers and problems, and are described in one OpenAPI document.
 *
 * @example
 * ```ts
 * const app = createApp({ current: () => snapshot, log, interfaces: [openAiInterface({ log })] })
 * const server = await serve(app.fetch, { host: '127.0.0.1', port: 8787, log })
 * ```
 */
export function createApp(options: AppOptions): Hono<RequestScope> {
  const { current, log = silentLog, questionLog, publicUrl, limits = NO_LIMITS, interfaces = [] } = options
  const { telemetry, dependencies } = options
  const app = new Hono<RequestScope>({ strict: false })
  const all = [...ownInterfaces(log, dependencies), ...interfaces]
  const prepared = (snapshot: IndexSnapshot, through: string, client: Client | undefined) => {
    // Who has a key is trusted with as much as the key allows.
    const admitted = limits.admission?.admitting(snapshot, client?.key ? undefined : client?.id) ?? snapshot
    if (telemetry === undefined) return admitted
    return observedSnapshot(admitted, { through, observe: telemetry.asked, isRefusal })
  }

  for (const measure of telemetry?.around ?? []) app.use(measure)
  app.use(async (c, next) => {
    c.set('errorBody', all.find(({ errors }) => errors && c.req.path.startsWith(errors.below))?.errors?.body)
    await next()
  })
  app.use(requestId(), logRequests(log), throwErrors, securityHeaders, ...limitAll(limits))
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => answerMethod(c, methods) }))
  app.use(async (c, next) => {
    c.set('current', () => {
      const snapshot = current()
      const asked = { id: c.get('requestId'), through: c.get('through') ?? 'http' }
      return snapshot && recorded(prepared(snapshot, asked.through, c.get('client')), questionLog, asked)
    })
    c.set('publicUrl', publicUrl ?? forwardedOrigin(c, limits.proxies ?? 0))
    await next()
  })

  const paths: Paths = Object.assign({}, documentPaths, docsPaths, ...all.map((one) => one.paths))
  const limited = limitCostly(limits)
  for (const path of costlyPaths(paths)) app.use(toRoute(path), ...limited)
  app.use('/', ...limited.map(onlyQuestions))
  for (const { routes } of all) app.route('/', routes)
  app.route('/', docsRoutes(paths))

  app.onError(handleError(log))
  app.notFound((c) =>
    respondProblem(c, new Problem('not-found', { detail: `There is nothing at ${c.req.path}. Start at /.` })),
  )
  return app
}

const NO_LIMITS: Limits = { remoteAddress: () => undefined }

/** Whether a request was refused, and nothing has failed. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof InvalidRequestError || (error instanceof Problem && error.problem !== 'internal-error')
  )
}

/** `/articles/:id` for `/articles/{id}`. */
function toRoute(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

function ownInterfaces(log: Log, dependencies: AppOptions['dependencies']): HttpInterface[] {
  return [
    { routes: homeRoutes(), paths: homePaths },
    { routes: assetRoutes(), paths: assetPaths() },
    { routes: healthRoutes(dependencies), paths: healthPaths },
    { routes: askRoutes(log), paths: askPaths },
    { routes: searchRoutes(log), paths: searchPaths },
    { routes: articleRoutes(), paths: articlePaths },
    { routes: paragraphRoutes(), paths: paragraphPaths },
  ]
}

/** The snapshot as a request gets it: what it answers is kept, whichever route asks. */
function recorded(
  snapshot: IndexSnapshot,
  questionLog: QuestionLog | undefined,
  asked: AskedThrough,
): IndexSnapshot {
  if (questionLog === undefined) return snapshot
  const { id: generation, library, search } = snapshot
  const ask = recordedAsk(snapshot, questionLog, asked)
  return {
    id: generation,
    library,
    ask,
    search,
    // Made when they are asked for first, which takes a while.
    get suggestions() {
      return snapshot.suggestions
    },
  }
}

/** `OPTIONS` is told the methods of the path; any other method that the path does not have is refused with them. */
function answerMethod(c: Parameters<typeof respondProblem>[0], methods: readonly string[]) {
  const allow = [...methods, 'OPTIONS'].join(', ')
  if (c.req.method === 'OPTIONS') {
    // What the 404 said about its own body does not hold for none.
    c.res.headers.delete('Content-Type')
    c.res.headers.delete('Vary')
    return c.body(null, 204, { Allow: allow })
  }
  const detail = `${c.req.method} is not supported at ${c.req.path}. Use one of ${allow}.`
  return respondProblem(c, new Problem('method-not-allowed', { detail, headers: { Allow: allow } }))
}
