import type * as z from 'zod'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { type RestRequest, type RestResult, refusal } from './rest-result.ts'

/** Checks a payload; what it refuses is remembered as a violation. */
export function checkBody<Body>(
  discord: LoopbackDiscord,
  request: RestRequest,
  rule: z.ZodType<Body>,
): { readonly body: Body } | { readonly refused: RestResult } {
  const result = rule.safeParse(request.body)
  if (result.success) return { body: result.data }
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  discord.violations.push(`${request.method} ${request.path}: ${faults.join('; ')}`)
  return { refused: refusal(400, 50_035, `Invalid Form Body: ${faults.join('; ')}`) }
}
