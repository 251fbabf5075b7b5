import * as z from 'zod'
import { components } from './openapi/components.ts'

const fault = z
  .object({
    pointer: z.string().exactOptional().describe('JSON Pointer into the body, e.g. `#/history/0/role`.'),
    parameter: z.string().exactOptional().describe('Name of the query parameter.'),
    detail: z.string().describe('What was wrong and what to do about it.'),
  })
  .register(components, { id: 'Fault' })

/** The body of every error: an RFC 9457 problem, in which further members may stand. */
export const problemDocument = z
  .object({
    type: z.string().describe('Names the kind of problem and never changes: `urn:footnote:problem:…`.'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What was wrong and what to do about it.'),
    errors: z.array(fault).exactOptional(),
    requestId: z.string().describe('Id under which the service logged the request.'),
  })
  .register(components, { id: 'Problem' })
