import { decodeGbk, encodeGbk, isEverydayWriting } from './gbk.ts'
import { contextOf, type Doubt, type Repair, type Repaired } from './repair.ts'

const RULE = 'fused full stop'

/** Bytes of the ideographic full stop in GBK. */
const FULL_STOP = [0xa1, 0xa3]

/** After the mark that was taken for punctuation, this many characters are tried before giving up. */
const LONGEST = 12

/**
 * Restores full stops that were fused with the character behind them: `之間?;蛟S` is `之間。或許`.
 *
 * A program replaced full-width marks by ASCII ones in GBK, byte by byte. The second byte of 。 (A1 A3) and the first
 * of 或 (BB F2) are together a full-width semicolon (A3 BB); with `;` in its place a lone A1 is left, which shows as
 * `?`, and the bytes behind it pair up wrongly until an ASCII byte ends the confusion. Put back, the bytes read right.
 * What does not come out as everyday characters is left as it is and reported.
 */
export function repairFusedStops(text: string): Repaired {
  const repairs: Repair[] = []
  const doubts: Doubt[] = []
  let result = ''
  let position = 0
  for (const match of text.matchAll(/\?+([;,?!:])/g)) {
    const start = match.index
    const fused = match[0].length === 2 ? unfuse(text, start + 1) : undefined
    if (fused) {
      const before = text.slice(start, fused.end)
      result += text.slice(position, start) + fused.text
      position = fused.end
      repairs.push({ rule: RULE, before, after: fused.text, context: contextOf(text, start, fused.end) })
    } else if (match[0] !== '?!' && match[0] !== '??') {
      doubts.push({
        reason: 'marks in a row, perhaps fused characters',
        context: contextOf(text, start, start + match[0].length),
      })
    }
  }
  return { text: result + text.slice(position), repairs, doubts }
}

/** What the bytes from a mark on were: the full stop before it and the shortest run of whole characters. */
function unfuse(text: string, mark: number): { readonly text: string; readonly end: number } | undefined {
  const trail = encodeGbk(String.fromCharCode(text.charCodeAt(mark) + 0xfee0))?.at(-1)
  if (trail === undefined) return undefined
  const bytes = [...FULL_STOP, trail]
  for (let end = mark + 1; end <= Math.min(text.length, mark + LONGEST); end++) {
    const next = encodeGbk(text.charAt(end))
    if (!next || text.charAt(end) === '') return undefined
    bytes.push(...next)
    const whole = decodeGbk(bytes)
    // An ASCII byte ends the confusion, whether or not it makes a whole character with the byte before it.
    if (next.length === 1)
      return whole && isEverydayWriting(whole) ? { text: whole, end: end + 1 } : undefined
  }
  return undefined
}
