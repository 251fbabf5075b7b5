import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { ConfigurationError } from '../../../src/errors.ts'

const language = z.enum(['zh-Hant', 'zh-Hans', 'en'])

const pair = z.object({
  id: z.string(),
  support: z.array(z.string().min(1)).min(1),
  claim: z.string().min(1),
  supported: z.boolean(),
  /** What is wrong with the claim, in one word; null for one that is right. */
  fault: z.string().nullable(),
  supportLang: language,
  claimLang: language,
  /** The gate was made on `dev`; `test` and `unseen` are for measuring alone. The latest are `unseen`. */
  split: z.enum(['dev', 'test', 'unseen']),
})

/** A claim beside the sentences that it is said to rest on, and whether they bear it out. */
export type GatePair = z.output<typeof pair>

/** @throws ConfigurationError that names the line that is no pair */
export async function readGatePairs(file: string): Promise<GatePair[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    const result = pair.safeParse(JSON.parse(line))
    if (result.success) return result.data
    throw new ConfigurationError(
      'configuration',
      `${file}:${at + 1} is not a pair of a claim and its support`,
      {
        cause: result.error,
      },
    )
  })
}
