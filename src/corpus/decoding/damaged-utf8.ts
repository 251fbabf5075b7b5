import iconv from 'iconv-lite'
import type { Span } from '../../domain/span.ts'

/** What was made of bytes that are not all UTF-8. */
export interface MendedText {
  readonly text: string
  /** Number of places where bytes did not fit. */
  readonly places: number
  /** Line of the first one, from 1. */
  readonly line: number
  /** What stands in the text for the first one; empty where the end of the file has cut a character off. */
  readonly shown: string
}

/** Where more places than one of a hundred characters do not fit, the text is in another encoding; one may be a slip. */
const LARGEST_SHARE = 0.02
const ALWAYS_MENDED = 1

/**
 * Reads bytes that are UTF-8 but for a few. Among Chinese, bytes that do not fit show as U+FFFD; among ASCII alone they
 * are read as Windows-1252, which programs mix in for dashes and quotation marks. A character that the end of the file
 * cuts off is left out.
 *
 * @returns nothing where too many do not fit, or none
 */
export function mendUtf8(bytes: Uint8Array): MendedText | undefined {
  const { bad, characters } = unfitting(bytes)
  const [first] = bad
  if (first === undefined) return undefined
  const isAscii = characters === 0
  if (bad.length > Math.max(ALWAYS_MENDED, (isAscii ? bytes.length : characters) * LARGEST_SHARE))
    return undefined
  // Two in a row are a character of a Chinese encoding.
  if (isAscii && bad.some(({ start, end, isCutOff }) => end - start > 1 && !isCutOff)) return undefined
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let from = 0
  for (const place of bad) {
    text += decoder.decode(bytes.subarray(from, place.start)) + shownFor(place, bytes, isAscii)
    from = place.end
  }
  const line = bytes.subarray(0, first.start).filter((byte) => byte === LINE_FEED).length + 1
  text += decoder.decode(bytes.subarray(from))
  return { text, places: bad.length, line, shown: shownFor(first, bytes, isAscii) }
}

const LINE_FEED = 0x0a

/** Bytes in a row that are no characters. */
interface Unfitting extends Span {
  readonly isCutOff: boolean
}

function shownFor({ start, end, isCutOff }: Unfitting, bytes: Uint8Array, isAscii: boolean): string {
  if (isCutOff) return ''
  return isAscii ? iconv.decode(bytes.subarray(start, end), 'win1252') : '\ufffd'
}

function unfitting(bytes: Uint8Array): { bad: Unfitting[]; characters: number } {
  const bad: Unfitting[] = []
  let characters = 0
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfCharacter(bytes, at)
    if (length > 0) {
      if (length > 1) characters++
      at += length
      continue
    }
    const isCutOff = length < 0 && at - length >= bytes.length
    const end = isCutOff ? bytes.length : at + 1
    const last = bad.at(-1)
    if (last?.end === at) bad[bad.length - 1] = { start: last.start, end, isCutOff: false }
    else bad.push({ start: at, end, isCutOff })
    at = end
  }
  return { bad, characters }
}

/**
 * How many bytes the character takes that begins here (RFC 3629); 0 where none does, and less where one begins that the
 * bytes behind it do not complete: as many as there are of it.
 */
function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0) return 0
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next]
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return -next
  }
  const second = bytes[at + 1] as number
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  const isNoCharacter = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f)
  return isOverlong || isNoCharacter ? 0 : length
}
