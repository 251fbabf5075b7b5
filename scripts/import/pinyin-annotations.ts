import { pinyin } from 'pinyin-pro'
import { decodeGbk, encodeGbk } from './gbk.ts'
import { contextOf, type Doubt, type Repair, type Repaired } from './repair.ts'

const RULE = 'reading in brackets'

/** A character and one pinyin syllable with its tone mark, in brackets. */
const READING = /(\S)\(([a-zü]{0,5}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zü]{0,4})\)/gu

/** Punctuation that was converted from its full-width form, U+FF01–U+FF5E, before or after the readings came in. */
const ASCII_MARK = /^[!-/:-@]$/

/**
 * Takes out the readings that some sites write behind characters so that copies can be told: `發(fā)` is 發.
 *
 * Those programs look for bytes, not characters. In GBK the last byte of a full-width comma and the letter F are
 * together those of 現, so that `,Facebook` became `,F(xiàn)acebook`; there the letter stays and the reading goes.
 * A bracket is only taken out where its syllable is a reading of the character that the bytes before it make.
 */
export function repairReadings(text: string): Repaired {
  const repairs: Repair[] = []
  const doubts: Doubt[] = []
  const repaired = text.replace(READING, (match, character: string, syllable: string, offset: number) => {
    const context = contextOf(text, offset, offset + match.length)
    const annotated =
      hasReading(character, syllable) || hasReading(acrossBytes(text, offset, character), syllable)
    if (!annotated) {
      doubts.push({ reason: `"${syllable}" is no reading of what stands before it`, context })
      return match
    }
    repairs.push({ rule: RULE, before: match, after: character, context })
    return character
  })
  return { text: repaired, repairs, doubts }
}

function hasReading(character: string | undefined, syllable: string): boolean {
  if (character === undefined || !/^\p{Script=Han}$/u.test(character)) return false
  return pinyin(character, { multiple: true, type: 'array' }).includes(syllable.normalize('NFC'))
}

/** The character that the last byte before a letter makes together with the letter's own. */
function acrossBytes(text: string, offset: number, letter: string): string | undefined {
  const before = Array.from(text.slice(Math.max(0, offset - 2), offset)).at(-1) ?? ''
  const original = ASCII_MARK.test(before) ? String.fromCharCode(before.charCodeAt(0) + 0xfee0) : before
  const lead = encodeGbk(original)?.at(-1)
  const trail = encodeGbk(letter)
  return lead !== undefined && trail?.length === 1 ? decodeGbk([lead, ...trail]) : undefined
}
