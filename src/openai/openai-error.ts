import * as z from 'zod'
import { components } from '../protocol/openapi/components.ts'
import type { Problem, ProblemName } from '../protocol/problem.ts'

export const openAiError = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable().describe('Name of the parameter at fault, e.g. `messages`.'),
      code: z.string().nullable(),
    }),
  })
  .register(components, { id: 'OpenAiError' })

const CODES: Partial<Record<ProblemName, string>> = { unauthorized: 'invalid_api_key' }

/** A problem as OpenAI's API words errors. */
export function toOpenAiError(problem: Problem): z.output<typeof openAiError> {
  const [fault] = problem.errors ?? []
  return {
    error: {
      message: problem.message,
      type: typeOf(problem.status),
      param: fault?.pointer === undefined ? null : parameterAt(fault.pointer),
      code: codeOf(problem),
    },
  }
}

function typeOf(status: number): string {
  if (status === 429) return 'rate_limit_error'
  return status < 500 ? 'invalid_request_error' : 'server_error'
}

function codeOf({ problem, extensions }: Problem): string | null {
  return typeof extensions.code === 'string' ? extensions.code : (CODES[problem] ?? null)
}

/** `messages[0].content` for the JSON Pointer `#/messages/0/content`. */
function parameterAt(pointer: string): string | null {
  const path = pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
  return path === '' ? null : path.replace(/^\./, '')
}
