import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { normalisedWords } from '../text/normalised-words.ts'

/** Twelve hex digits: 48 bits, a collision within an article of a million paragraphs has a chance of 0.2 %. */
const HASH_LENGTH = 12

/**
 * Hands out the ids of one article's paragraphs, in their order: `<article id>#<short hash of the normalised text>`,
 * with `-2`, `-3` … where the same text stands again. No other paragraph's words enter an id, so an edit elsewhere in
 * the article leaves it as it is.
 */
export class ParagraphIds {
  private readonly article: string
  private readonly seen = new Map<string, number>()

  constructor(article: string) {
    this.article = article
  }

  /** The id of the next paragraph, which has this text. */
  next(text: string): string {
    const hash = hashOf(text)
    const count = (this.seen.get(hash) ?? 0) + 1
    this.seen.set(hash, count)
    return `${this.article}#${hash}${count > 1 ? `-${count}` : ''}`
  }
}

/** Hash of the words alone: how wide a mark is set or how lines are broken does not make a paragraph a new one. */
function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(normalisedWords(text)))).slice(0, HASH_LENGTH)
}
