import { foldedHash } from '../../text/fnv1a.ts'

/** How many numbers the features of a turn are hashed into. */
export const FEATURE_BUCKETS = 16_384

const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’_])+|[^\s]/gu
const HAN = /^\p{Script=Han}$/u
const WORD = /^[\p{L}\p{M}\p{N}]/u
/** Longer turns are read as far as this. */
const MOST_TOKENS = 80

/**
 * What a turn is made of, each as a number: its words and characters, pairs and triples of them, and pieces of its words
 * in Latin letters, which misspelt words share.
 *
 * @param text comparable
 * @returns buckets, each at most once, ascending
 */
export function turnFeatures(text: string): number[] {
  const tokens = (text.replace(/\d+/g, '0').match(TOKEN) ?? []).slice(0, MOST_TOKENS)
  const words = tokens.filter((token) => WORD.test(token))
  const buckets = new Set<number>()
  const add = (kind: string, feature: string) =>
    buckets.add(foldedHash(`${kind}${feature}`) % FEATURE_BUCKETS)
  for (const [at, word] of words.entries()) {
    const [next, third] = [words[at + 1], words[at + 2]]
    add('w', word)
    if (next !== undefined) add('b', `${word} ${next}`)
    if (next !== undefined && third !== undefined) {
      add('t', `${word} ${next} ${third}`)
      add('s', `${word} _ ${third}`)
    }
    if (!HAN.test(word)) for (const piece of piecesOf(word)) add('p', piece)
  }
  add('f', `${words[0]} ${words[1]}`)
  add('l', `${words.at(-2)} ${words.at(-1)}`)
  for (const mark of tokens) if (!WORD.test(mark)) add('m', mark)
  add('n', `${Math.min(12, words.length)}`)
  return [...buckets].sort((a, b) => a - b)
}

/** Pieces of three and four letters, with the ends of the word marked. */
function* piecesOf(word: string): Iterable<string> {
  const marked = `<${word}>`
  for (const size of [3, 4])
    for (let at = 0; at + size <= marked.length; at++) yield marked.slice(at, at + size)
}
