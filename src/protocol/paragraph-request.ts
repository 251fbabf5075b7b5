import * as z from 'zod'
import { parseQuery } from './parse-request.ts'
import { LIMITS, numberIn, wholeNumber } from './request-fields.ts'

const DEFAULT_NEIGHBOURS = 1

export const paragraphQuery = z.object({
  neighbours: wholeNumber(0, LIMITS.neighbours)
    .nullish()
    .describe('Maximum number of paragraphs to return on each side; 1 by default.'),
})

/**
 * Checks the query of `GET /paragraphs/<id>?neighbours=…`.
 *
 * @throws {Problem} `invalid-request` that names the faulty parameter
 */
export function parseParagraphQuery(parameters: URLSearchParams): { readonly neighbours: number } {
  const { neighbours } = parseQuery(paragraphQuery, { neighbours: numberIn(parameters.get('neighbours')) })
  return { neighbours: neighbours ?? DEFAULT_NEIGHBOURS }
}
