import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { IndexError } from '../../errors.ts'

/** Rises with every change of what is stored; an index of another version is rebuilt. */
export const SCHEMA_VERSION = 7

const count = z.int().nonnegative()

const headerSchema = z.object({
  schema: z.literal(SCHEMA_VERSION),
  /** Names what was built: the same corpus, recipe and schema give the same name everywhere. */
  generation: z.string().min(1),
  /** {@link Corpus.hash} of what it was built from. */
  corpus: z.string(),
  /** Fingerprint of the embeddings that made the vectors. */
  embedder: z.string(),
  /** What made the passages and the lexical index. */
  analysis: z.string(),
  counts: z.object({ articles: count, paragraphs: count, passages: count }),
})

const manifestSchema = headerSchema.extend({
  /** When it was built, in UTC (ISO 8601). */
  builtAt: z.string(),
  /** Every file of the generation but the manifest itself. */
  files: z.record(z.string(), z.object({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

/** What an index says about itself, wherever it is stored. */
export type IndexHeader = z.infer<typeof headerSchema>

/** {@link IndexHeader} beside the sums of the files that make up one generation on disk. */
export type IndexManifest = z.infer<typeof manifestSchema>

/** What names a recipe, so that its indexes can be told from another's. */
export interface RecipeFingerprints {
  /** Fingerprint of the embeddings that it uses. */
  readonly embedder: string
  /** Version of the chunking, the tokenisation and the dictionary; changes whenever passages or terms would. */
  readonly analysis: string
}

/** The header of what `recipe` makes of a corpus. */
export function createHeader(
  { embedder, analysis }: RecipeFingerprints,
  corpusHash: string,
  counts: IndexHeader['counts'],
): IndexHeader {
  const content = { schema: SCHEMA_VERSION, embedder, analysis, corpus: corpusHash } as const
  const generation = bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 12)
  return { generation, ...content, counts }
}

/** Why an index was made by another recipe than this one; nothing where it was not. */
export function incompatibility(header: IndexHeader, recipe: RecipeFingerprints): IndexError | undefined {
  if (header.embedder !== recipe.embedder) {
    const message = `The index was built with the embeddings "${header.embedder}", not "${recipe.embedder}"`
    return new IndexError('incompatible', message)
  }
  if (header.analysis !== recipe.analysis) {
    const message = `The index was built by the text analysis "${header.analysis}", not "${recipe.analysis}"`
    return new IndexError('incompatible', message)
  }
  return undefined
}

/** @throws IndexError `incompatible` for another schema, `damaged` for anything that is no header */
export function parseHeader(json: string): IndexHeader {
  return parse(headerSchema, json)
}

/** @throws IndexError `incompatible` for another schema, `damaged` for anything that is no manifest */
export function parseManifest(json: string): IndexManifest {
  return parse(manifestSchema, json)
}

function parse<T>(schema: z.ZodType<T>, json: string): T {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new IndexError('damaged', 'The manifest of the index is not JSON', { cause })
  }
  const version = z.object({ schema: z.number() }).safeParse(value).data?.schema
  if (version !== undefined && version !== SCHEMA_VERSION) {
    const other = version > SCHEMA_VERSION ? 'a newer' : 'an older'
    const message = `The index was built by ${other} version of Footnote (its format is ${version}, this one reads ${SCHEMA_VERSION})`
    throw new IndexError('incompatible', message)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    throw new IndexError('damaged', 'The manifest of the index is incomplete', { cause: parsed.error })
  }
  return parsed.data
}
