/** A whole number from 0, below the given one. */
export type Random = (below: number) => number

/** Letters that no model or font takes for a digit or for each other. */
const LETTERS = 'CFHJKLMNPRTVWX'
const TRIES = 200

/** From the platform's source of unpredictable numbers. */
const unpredictable: Random = (below) => {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1))
  return bits % below
}

/**
 * Draws two letters for each paragraph, with which the labels of its sentences begin (`KT1`, `KT2` …). No two begin with
 * the same letter, as weak models confuse labels that look alike, and none is used twice: a text cannot know under which
 * labels it will stand.
 *
 * @param count at most 14
 * @param texts what the labels stand beside; none of them says anything that looks like a label
 */
export function drawPrefixes(count: number, texts: readonly string[], random = unpredictable): string[] {
  const together = texts.join('\n').toUpperCase()
  const letters = [...LETTERS]
  const prefixes: string[] = []
  for (let tries = 0; prefixes.length < count; tries++) {
    const first = letters[random(letters.length)] as string
    const second = LETTERS[random(LETTERS.length)] as string
    const isTaken =
      first === second || (tries < TRIES && new RegExp(`${first}${second}[\\s-]?\\d`).test(together))
    if (isTaken) continue
    prefixes.push(first + second)
    letters.splice(letters.indexOf(first), 1)
  }
  return prefixes
}
