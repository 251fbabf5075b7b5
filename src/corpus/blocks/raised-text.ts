const SUPERSCRIPTS = Object.fromEntries(
  Array.from('0123456789+-−=()ni', (character, at) => [
    character,
    Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')[at] ?? '',
  ]),
)
const SUBSCRIPTS = Object.fromEntries(
  Array.from('0123456789+-−=()', (character, at) => [character, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')[at] ?? '']),
)

/** `1st`, `2nd`, `3º`, `Mme`: small letters that belong to a word. */
const ENDING = /^(?:st|nd|rd|th|er|re|e|ème|o|a|me|mes|lle)$/i

/**
 * Words that a page sets above the line, so that they are not taken for part of what stands before them: 10⁶, x^(a+b).
 *
 * @param before what stands before them
 */
export function superscript(text: string, before: string): string {
  const words = text.trim()
  if (/^(?:tm|sm)$/i.test(words)) return words.toLowerCase() === 'tm' ? '™' : '℠'
  if (/[\p{L}\p{N}]$/u.test(before) && ENDING.test(words)) return words
  return raised(words, SUPERSCRIPTS, '^')
}

/** Words that a page sets below the line: H₂O, v_max. */
export function subscript(text: string): string {
  return raised(text.trim(), SUBSCRIPTS, '_')
}

function raised(words: string, characters: Readonly<Record<string, string>>, mark: string): string {
  if (words === '' || /^[™®©℠*†‡]+$/.test(words)) return words
  const written = Array.from(words, (character) => characters[character])
  if (written.every((character) => character !== undefined)) return written.join('')
  return /^[\p{L}\p{N}]+$/u.test(words) ? mark + words : `${mark}(${words})`
}
