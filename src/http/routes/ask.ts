import { type Context, Hono } from 'hono'
import type { AskRequest } from '../../domain/question.ts'
import type { Log } from '../../log.ts'
import { parseAskBody, parseAskQuery } from '../../protocol/ask-request.ts'
import { servedAnswer } from '../../protocol/served-answer.ts'
import { answerFields } from '../answer-fields.ts'
import { limitBody, readJson } from '../json-body.ts'
import { acceptedLanguage } from '../pages/words/page-language.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'
import { streamAnswer, wantsEventStream } from '../streaming/answer-stream.ts'

/**
 * `POST /ask` with JSON, and `GET /ask?q=…` to try it from an address bar. Both answer with a `ServedAnswer`, as JSON or,
 * where `Accept` prefers it, as server-sent events.
 */
export function askRoutes(log: Log): Hono<RequestScope> {
  async function answer(c: Context<RequestScope>, asked: AskRequest): Promise<Response> {
    const snapshot = snapshotOf(c)
    const readerLanguage = acceptedLanguage(c.req.header('Accept-Language'))
    const request: AskRequest = readerLanguage === undefined ? asked : { ...asked, readerLanguage }
    log.debug({ requestId: c.get('requestId'), request }, 'Question')
    c.header('Cache-Control', 'no-store')
    c.header('Vary', 'Accept, Accept-Language', { append: true })
    if (wantsEventStream(c)) {
      return streamAnswer(c, snapshot, request, {
        log,
        logFields: (answer) => answerFields(answer, snapshot),
      })
    }
    const answer = await snapshot.ask(request, { signal: c.req.raw.signal })
    Object.assign(c.get('logFields'), answerFields(answer, snapshot))
    return c.json(servedAnswer(answer, snapshot))
  }

  return new Hono<RequestScope>()
    .get('/ask', (c) => answer(c, parseAskQuery(new URL(c.req.url).searchParams)))
    .post('/ask', limitBody, async (c) => answer(c, parseAskBody(await readJson(c))))
}
