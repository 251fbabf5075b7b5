import * as z from 'zod'
import type { Language } from '../../../src/domain/language.ts'

/** The languages that questions are written in, in the order in which they stand in a sidecar. */
export const QUESTION_LANGUAGES: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en']

const lines = z.array(z.string()).default([])
const replySchema = z.object({
  context: z.string().default(''),
  names: lines,
  answers: z.array(
    z.object({
      quote: z.string(),
      says: z.string().optional().catch(undefined),
      'zh-Hant': lines,
      'zh-Hans': lines,
      en: lines,
    }),
  ),
})

/** What a chat model wrote about a paragraph: of the right form, and not yet checked against the paragraph. */
export type Reply = z.output<typeof replySchema>

export type ReadReply = { readonly reply: Reply } | { readonly fault: string }

/** What models that think aloud put before their answer. */
const THINKING = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/g

/**
 * Finds the JSON object in what a chat model said, also between thoughts, code fences or kind words. Fields that were
 * not asked for are dropped; those that are missing are empty, but for `answers`, which must be there.
 */
export function readReply(said: string): ReadReply {
  const text = said.replace(THINKING, '')
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start) return { fault: 'it holds no complete JSON object' }
  let value: unknown
  try {
    value = JSON.parse(text.slice(start, end + 1))
  } catch (error) {
    return { fault: `it is not valid JSON: ${(error as Error).message}` }
  }
  const result = replySchema.safeParse(value)
  if (result.success) return { reply: result.data }
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return { fault: `it has another form than the one asked for: ${faults.slice(0, 5).join('; ')}` }
}
