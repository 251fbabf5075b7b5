import { fold } from './fold.ts'

/** A turn in the form that phrases are looked for in, and where its characters come from. */
export interface ComparableTurn {
  /**
   * Lower case, simplified characters, narrow marks; words in Latin letters without apostrophes, spelt as `spell` says;
   * white space as one blank or one line break.
   */
  readonly text: string
  /** The place in the turn that a place in `text` comes from; `text.length` stands for its end. */
  sourceOf(at: number): number
}

/** A word in Latin letters or digits with what belongs to it (hi-dpi, node.js, stop()), or any other character. */
const TOKEN =
  /(?:(?!\p{Script=Han})[\p{L}\p{N}])(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}_]|['’](?=\p{L}))*(?:[-./+#@:](?:(?!\p{Script=Han})[\p{L}\p{N}_])+)*(?:\(\))?|\s+|./gsu
const HAN = /\p{Script=Han}/u
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u
const WORD = /^[\p{L}\p{N}](?:.*)$/su

/** @param spell how a word is to be compared: itself, or the word that it is a shorthand or a misspelling of */
export function comparableTurn(turn: string, spell: (word: string) => string): ComparableTurn {
  let text = ''
  const places: number[] = []
  const folded = fold(turn)
  for (const { 0: token, index } of folded.matchAll(TOKEN)) {
    if (isScriptBoundary(folded, index, token)) continue
    const form = /^\s/.test(token)
      ? token.includes('\n')
        ? '\n'
        : ' '
      : WORD.test(token)
        ? spell(token.replace(/['’]/g, ''))
        : token
    for (let at = 0; at < form.length; at++)
      places.push(index + (at === form.length - 1 ? token.length - 1 : Math.min(at, token.length - 1)))
    text += form
  }
  places.push(turn.length)
  return { text, sourceOf: (at) => places[Math.max(0, Math.min(at, places.length - 1))] ?? turn.length }
}

/** Whether people write a blank here or not: between Chinese and a word in Latin letters. */
function isScriptBoundary(text: string, at: number, token: string): boolean {
  if (!/^[^\S\n]+$/.test(token)) return false
  const before = text.charAt(at - 1)
  const after = text.charAt(at + token.length)
  return (HAN.test(before) && LATIN_OR_DIGIT.test(after)) || (LATIN_OR_DIGIT.test(before) && HAN.test(after))
}
