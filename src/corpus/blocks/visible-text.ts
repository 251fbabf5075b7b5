/**
 * What no reader sees and what hides words from a search: soft hyphens, zero-width spaces, word joiners, byte order
 * marks, and the noncharacters that mark syntax here. Joiners of emoji and of scripts that need them stay.
 */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\ufdd0-\ufdef]/g

const SPACED =
  /(?<=\p{Script=Han}) (?=[\p{Script=Han}，。、；：？！])|(?<=[，。、；：？！]) (?=\p{Script=Han})/gu
const HAN_PAIR = /\p{Script=Han} ?(?=\p{Script=Han})/gu

/** A text is taken for spaced out where so many, and this share, of its neighbouring Han characters are. */
const LEAST_SPACED = 5
const SPACED_SHARE = 0.6

/**
 * A text as its readers see it: without what is invisible, and without the spaces that programs which read pages by
 * their picture put between Han characters. A few such spaces are the author's.
 */
export function visibleText(text: string): string {
  const visible = text.replace(INVISIBLE, '')
  const spaced = visible.match(SPACED)?.length ?? 0
  if (spaced < LEAST_SPACED || spaced < SPACED_SHARE * (visible.match(HAN_PAIR)?.length ?? 0)) return visible
  return visible.replace(SPACED, '')
}
