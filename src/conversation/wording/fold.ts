import { normalise } from '../../text/normalise.ts'

/** Ways to write the same that are no matter of script. */
const VARIANTS: readonly (readonly [string, string])[] = [
  // By itself the converter takes it for the traditional form of 幺.
  ['么', '么'],
  ['妳', '你'],
  ['您', '你'],
  ['甚', '什'],
  ['牠', '它'],
]
const folded = new Map<string, string>(VARIANTS)
/** Every character that people write, and no more. */
const MOST_REMEMBERED = 20_000

/**
 * The text in lower case, in simplified characters and with narrow marks, each character for itself: the result is as
 * long as the text, so that a place in one is the same place in the other.
 */
export function fold(text: string): string {
  const unknown = [...new Set(text)].filter((character) => !folded.has(character) && !/\s/.test(character))
  if (unknown.length > 0) remember(unknown)
  let result = ''
  for (const character of text) result += folded.get(character) ?? character
  return result
}

function remember(characters: readonly string[]): void {
  if (folded.size > MOST_REMEMBERED) {
    folded.clear()
    for (const [variant, form] of VARIANTS) folded.set(variant, form)
  }
  // In one call, a line each so that no two make a word: a call for each takes a hundred times as long.
  const forms = normalise(characters.join('\n')).split('\n')
  for (const [at, character] of characters.entries()) {
    const form = forms[at] ?? character
    folded.set(character, form.length === character.length ? form : character)
  }
}
