import { Hono } from 'hono'
import type { HttpInterface } from '../http/http-interface.ts'
import { limitBodyTo, readJson } from '../http/json-body.ts'
import { comesThrough, type RequestScope } from '../http/request-scope.ts'
import type { Log } from '../log.ts'
import { completeChat } from './chat/complete-chat.ts'
import { findModel, listModels } from './models.ts'
import { toOpenAiError } from './openai-error.ts'
import { openAiPaths } from './openai-paths.ts'
import { respond } from './responses/respond.ts'

/** Chats send all that was said before, long instructions and the tools they have. */
const MAX_BODY_BYTES = 1024 * 1024

/** OpenAI's API over the articles: `/v1/models`, `/v1/chat/completions`, `/v1/responses`. */
export function openAiInterface({ log }: { readonly log: Log }): HttpInterface {
  const limitBody = limitBodyTo(MAX_BODY_BYTES)
  const routes = new Hono<RequestScope>()
    .use('/v1/*', comesThrough('openai'))
    .get('/v1/models', (c) => c.json(listModels()))
    .get('/v1/models/:id', (c) => c.json(findModel(c.req.param('id'))))
    .post('/v1/chat/completions', limitBody, async (c) => completeChat(c, await readJson(c), log))
    .post('/v1/responses', limitBody, async (c) => respond(c, await readJson(c), log))
  return { routes, paths: openAiPaths, errors: { below: '/v1/', body: toOpenAiError } }
}
