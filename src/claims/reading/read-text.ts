import { LRUCache } from 'lru-cache'
import type { Span } from '../../domain/span.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { countHan } from '../../text/languages.ts'
import { simplify } from '../../text/normalise.ts'
import { findQuantities } from '../quantities/find-quantities.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { clausesOf } from './clauses.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A text taken apart for checking. Positions count in `text`. */
export interface ReadText {
  /** NFKC, simplified characters. */
  readonly text: string
  readonly isHan: boolean
  readonly tokens: readonly Token[]
  readonly quantities: readonly Quantity[]
  readonly clauses: readonly Span[]
}

/** Sentences come again with every claim that rests on them. */
const REMEMBERED = 500

/** Takes texts apart, and remembers the latest. */
export class TextReader {
  private readonly dictionary: BilingualDictionary
  private readonly known = new LRUCache<string, ReadText>({ max: REMEMBERED })

  constructor(dictionary: BilingualDictionary) {
    this.dictionary = dictionary
  }

  read(original: string): ReadText {
    const known = this.known.get(original)
    if (known !== undefined) return known
    const text = simplify(original)
    const han = countHan(text)
    const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
    const read = {
      text,
      isHan: han > latin,
      tokens: tokensOf(text, this.dictionary),
      quantities: findQuantities(text),
      clauses: clausesOf(text),
    }
    this.known.set(original, read)
    return read
  }
}
