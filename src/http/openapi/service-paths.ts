import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation } from '../../protocol/openapi/operation.ts'

const health = z.object({ status: z.literal('ok') }).register(components, { id: 'Health' })

const readiness = z
  .object({
    status: z.literal('ready'),
    generation: z.string().describe('Id of the index build that is served.'),
    articles: z.int().min(0),
    paragraphs: z.int().min(0),
    dependencies: z
      .record(z.string(), z.string())
      .exactOptional()
      .describe('State of what the service depends on, e.g. `{"discord": "connected"}`.'),
  })
  .register(components, { id: 'Readiness' })

export const healthPaths: Paths = {
  '/healthz': {
    get: operation({
      id: 'health',
      tag: 'Service',
      summary: 'Check that the process is alive',
      answers: { 200: { description: 'The process is alive.', content: { 'application/json': health } } },
    }),
  },
  '/readyz': {
    get: operation({
      id: 'readiness',
      tag: 'Service',
      summary: 'Check that questions can be answered',
      answers: {
        200: { description: 'Questions can be answered.', content: { 'application/json': readiness } },
      },
    }),
  },
}

export const documentPaths: Paths = {
  '/openapi.json': {
    get: operation({
      id: 'openApiDocument',
      tag: 'Service',
      summary: 'Get the OpenAPI document',
      answers: { 200: { description: 'This document.', content: { 'application/json': undefined } } },
    }),
  },
}
