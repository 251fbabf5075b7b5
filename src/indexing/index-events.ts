import * as z from 'zod'

const count = z.int().nonnegative()
const changes = z.object({ changed: count, added: count, removed: count, kept: count })
const fileProblem = z.object({ source: z.string(), message: z.string() })

/** What `npm run index -- --json` prints: a line of JSON an event. Fields and events are added, never renamed. */
const indexEvent = z.discriminatedUnion('event', [
  /** Where the build has come to. */
  z.object({
    event: z.literal('progress'),
    step: z.enum(['articles', 'embedding', 'lexicon', 'graph', 'writing']),
    done: count.optional(),
    total: count.optional(),
  }),
  /** A sentence for people: why the index is built, who is waited for. */
  z.object({ event: z.literal('notice'), message: z.string() }),
  /** What a server is going to be asked to embed. */
  z.object({
    event: z.literal('estimate'),
    texts: count,
    tokens: count,
    requests: count,
    kept: count,
    message: z.string(),
  }),
  /** What a build, or with `--dry-run` the plan of one, came to. */
  z.object({
    event: z.literal('report'),
    outcome: z.enum(['unchanged', 'built', 'would build']),
    generation: z.string(),
    changes,
    embedded: count,
    milliseconds: z.number(),
    leftOut: z.array(fileProblem),
    /** What else there is to say about files: what was mended, skipped or renamed. */
    notes: z.array(fileProblem).optional(),
    /** All of it in one line. */
    summary: z.string(),
  }),
  /** Whether the index is up to date (`--check`), and why it is not. */
  z.object({ event: z.literal('checked'), upToDate: z.boolean(), message: z.string() }),
  /** The generation that is served again (`--rollback`). */
  z.object({ event: z.literal('rolled-back'), generation: z.string() }),
  /** `--watch` waits for the next edit. */
  z.object({ event: z.literal('watching'), folder: z.string() }),
  /** Why it failed. With `--watch` the command goes on. */
  z.object({ event: z.literal('failed'), message: z.string() }),
])

export type IndexEvent = Readonly<z.infer<typeof indexEvent>>

/** What a build came to, as {@link IndexEvent}. */
export type IndexReport = Extract<IndexEvent, { event: 'report' }>

/**
 * Reads a line that `npm run index -- --json` printed.
 *
 * @returns nothing for a line that is no event, such as a warning of Node
 */
export function parseIndexEvent(line: string): IndexEvent | undefined {
  try {
    return indexEvent.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
