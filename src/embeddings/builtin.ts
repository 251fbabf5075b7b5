import { Embeddings } from '@langchain/core/embeddings'
import { type BilingualDictionary, UNEXPLAINED_RARITY } from '../text/dictionary/bilingual-dictionary.ts'
import { fnv1a } from '../text/fnv1a.ts'
import { latestTermsOf } from '../text/term-cache.ts'
import { type Term, type TermKind, termsOf } from '../text/terms.ts'
import type { FingerprintedEmbeddings } from './fingerprinted-embeddings.ts'
import { toUnitLength } from './unit-length.ts'

/** Raise it when the same text would get another vector. */
const VERSION = 2
export const BUILTIN_DIMENSIONS = 384

/** How much a kind of term says about what a text means; set by hand. */
const KIND_WEIGHTS: Readonly<Record<TermKind, number>> = {
  latin: 1.5,
  phrase: 0,
  number: 1,
  word: 0.7,
  bigram: 0.4,
  character: 0,
  part: 0.6,
  symbol: 0.3,
  numeronym: 0,
}
/** The fingerprint of {@link BuiltinEmbeddings} over a dictionary of this version; known without compiling it. */
export function builtinFingerprint(dictionaryVersion: string): string {
  return `builtin/${VERSION} ${dictionaryVersion}`
}

/**
 * Vectors without a model, a download or a key: deterministic and the same in Node and in Workers. A text is the
 * weighted sum of its terms, a Chinese word also of the English stems that explain it, so that 收購, 購買 and
 * "purchase" point the same way. Each feature adds to one of the dimensions with a sign, both chosen by its hash
 * (feature hashing, Weinberger et al. 2009), which keeps inner products in expectation.
 *
 * @example
 * ```ts
 * const vector = await new BuiltinEmbeddings(await loadDictionary()).embedQuery('When was Lambda released?')
 * ```
 */
export class BuiltinEmbeddings extends Embeddings implements FingerprintedEmbeddings {
  readonly dimensions = BUILTIN_DIMENSIONS
  readonly fingerprint: string
  private readonly dictionary: BilingualDictionary

  constructor(dictionary: BilingualDictionary) {
    super({})
    this.dictionary = dictionary
    this.fingerprint = builtinFingerprint(dictionary.data.version)
  }

  /** @returns one unit vector of {@link dimensions} numbers a text; a text without terms gets zeros */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => Array.from(this.vectorOf(text)))
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.vectorOf(text, latestTermsOf(text, this.dictionary)))
  }

  /** @returns what the others promise, at once */
  vectorOf(text: string, terms: ReadonlyMap<string, Term> = termsOf(text, this.dictionary)): Float32Array {
    const vector = new Float32Array(this.dimensions)
    for (const [key, { kind, count }] of terms) {
      const weight = KIND_WEIGHTS[kind] * (1 + Math.log(count))
      if (weight === 0) continue
      if (kind !== 'word') {
        const rarity = kind === 'latin' ? this.dictionary.rarity(key) : UNEXPLAINED_RARITY
        addFeature(vector, key, weight * Math.sqrt(rarity))
        continue
      }
      const rarity = this.dictionary.wordRarity(key)
      addFeature(vector, key, weight * Math.sqrt(rarity))
      for (const [stem, share] of this.dictionary.glosses(key))
        addFeature(vector, stem, (1 + Math.log(count)) * Math.sqrt(rarity) * share)
    }
    return toUnitLength(vector)
  }
}

function addFeature(vector: Float32Array, feature: string, weight: number): void {
  const hash = murmur(feature)
  const at = (hash >>> 1) % vector.length
  vector[at] = (vector[at] as number) + (hash & 1 ? weight : -weight)
}

/** FNV-1a over UTF-16 code units with MurmurHash3's finaliser, so that all bits depend on all characters. */
function murmur(text: string): number {
  let hash = fnv1a(text, 0, text.length)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
