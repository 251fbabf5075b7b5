import { type Context, Hono } from 'hono'
import type { AskRequest } from '../../domain.ts'
import type { Log } from '../../log.ts'
import { parseAskBody, parseAskQuery } from '../../protocol/ask-request.ts'
import { servedAnswer } from '../../protocol/served-answer.ts'
import { limitBody, readJson } from '../json-body.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'

/** `POST /ask` with JSON, and `GET /ask?q=…` to try it from an address bar. Both answer with a `ServedAnswer`. */
export function askRoutes(log: Log): Hono<RequestScope> {
  async function answer(c: Context<RequestScope>, request: AskRequest): Promise<Response> {
    const snapshot = snapshotOf(c)
    log.debug({ requestId: c.get('requestId'), request }, 'question')
    const answer = await snapshot.ask(request, { signal: c.req.raw.signal })
    Object.assign(c.get('logFields'), {
      generation: snapshot.id,
      answered: answer.answered,
      confidence: answer.confidence,
      language: answer.language,
      answerer: answer.answerer,
    })
    c.header('Cache-Control', 'no-store')
    return c.json(servedAnswer(answer, snapshot))
  }

  return new Hono<RequestScope>()
    .get('/ask', (c) => answer(c, parseAskQuery(new URL(c.req.url).searchParams)))
    .post('/ask', limitBody, async (c) => answer(c, parseAskBody(await readJson(c))))
}
