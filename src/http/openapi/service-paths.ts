import * as z from 'zod'
import { components } from '../../protocol/openapi/components.ts'
import type { Paths } from '../../protocol/openapi/openapi-types.ts'
import { operation } from '../../protocol/openapi/operation.ts'

const health = z.object({ status: z.literal('ok') }).register(components, { id: 'Health' })

const readiness = z
  .object({
    status: z.literal('ready'),
    generation: z.string().describe('The build of the index that answers.'),
    articles: z.int().min(0),
    paragraphs: z.int().min(0),
    dependencies: z
      .record(z.string(), z.string())
      .exactOptional()
      .describe('What the service leans on, and how that is, e.g. `{"discord": "connected"}`.'),
  })
  .register(components, { id: 'Readiness' })

export const healthPaths: Paths = {
  '/healthz': {
    get: operation({
      id: 'health',
      tag: 'Service',
      summary: 'Tell whether the process answers',
      answers: { 200: { description: 'It does.', content: { 'application/json': health } } },
    }),
  },
  '/readyz': {
    get: operation({
      id: 'readiness',
      tag: 'Service',
      summary: 'Tell whether questions can be answered',
      answers: { 200: { description: 'They can.', content: { 'application/json': readiness } } },
    }),
  },
}

export const documentPaths: Paths = {
  '/openapi.json': {
    get: operation({
      id: 'openApiDocument',
      tag: 'Service',
      summary: 'Describe this interface',
      answers: { 200: { description: 'This document.', content: { 'application/json': undefined } } },
    }),
  },
}
