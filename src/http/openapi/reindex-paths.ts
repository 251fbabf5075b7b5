import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation, pathParameter } from '../../protocol/openapi/operation.ts'
import type { ReindexJob } from '../reindex-jobs.ts'

/** The scheme by which a client presents ADMIN_TOKEN. */
export const ADMIN_SCHEME = 'adminToken'

const job = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().exactOptional(),
    summary: z.string().exactOptional().describe('One line that says what was done.'),
    generation: z.string().exactOptional().describe('Id of the index build that is served now.'),
    leftOut: z
      .array(z.string())
      .exactOptional()
      .describe('Files that could not be used, each with the reason.'),
    error: z.string().exactOptional().describe('Why it failed.'),
  })
  .register(components, { id: 'ReindexJob' }) satisfies z.ZodType<ReindexJob>

const common = { tag: 'Administration', secured: ADMIN_SCHEME } as const
const content = { 'application/json': job }
const parameters = [pathParameter('id', 'Id of the rebuild.')]

export const reindexPaths: Paths = {
  '/admin/reindex': {
    post: operation({
      ...common,
      id: 'startReindex',
      summary: 'Rebuild the index',
      answers: {
        202: { description: 'A rebuild has started; `Location` is the address of its status.', content },
      },
      problems: ['unauthorized', 'reindex-running'],
    }),
  },
  '/admin/reindex/{id}': {
    get: operation({
      ...common,
      id: 'readReindex',
      summary: 'Get the status of a rebuild',
      parameters,
      answers: { 200: { description: 'The rebuild.', content } },
      problems: ['unauthorized', 'not-found'],
    }),
    delete: operation({
      ...common,
      id: 'cancelReindex',
      summary: 'Cancel a rebuild',
      parameters,
      answers: { 200: { description: 'The rebuild as it ended.', content } },
      problems: ['unauthorized', 'not-found'],
    }),
  },
}
