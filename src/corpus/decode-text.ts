import { CorpusError } from '../errors.ts'
import { withoutControlCharacters } from './decoding/control-characters.ts'
import { mendUtf8 } from './decoding/damaged-utf8.ts'
import { decodeLegacy, decodeStrictly, isWriting } from './decoding/legacy-encodings.ts'

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * Decodes the bytes of a file: what its byte order mark says, otherwise UTF-8 if it is valid but for a few bytes,
 * otherwise GB 18030 (with GBK and GB 2312), Big5 with the characters of Hong Kong, or UTF-16, told by their frequent
 * characters. Control characters are left out.
 *
 * @param note called with a sentence that names the file, what did not fit and what was made of it
 * @throws CorpusError naming a file that is no text or in another encoding
 */
export function decodeText(
  source: string,
  bytes: Uint8Array,
  note: (message: string) => void = () => {},
): string {
  const text = charactersOf(source, bytes, note)
  const cleaned = text === undefined ? undefined : withoutControlCharacters(text)
  if (cleaned === undefined) {
    throw new CorpusError('corpus', `${source} is not text; leave it out of the corpus.`, {
      fields: { source },
    })
  }
  if (cleaned.count > 0) {
    const what =
      cleaned.count === 1 ? 'a control character' : `${cleaned.count} control characters, the first`
    note(`${source} has ${what} in line ${cleaned.line}; it is read without.`)
  }
  return cleaned.text
}

function charactersOf(
  source: string,
  bytes: Uint8Array,
  note: (message: string) => void,
): string | undefined {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  if (marked !== undefined && marked.encoding !== 'utf-8') {
    const text = decodeStrictly(marked.encoding, bytes)
    return text !== undefined && isWriting(text, { isGuessed: false }) ? text : undefined
  }
  const valid = decodeStrictly('utf-8', bytes)
  if (valid !== undefined && (withoutControlCharacters(valid) !== undefined || marked !== undefined))
    return valid
  const mended = valid === undefined ? mendUtf8(bytes) : undefined
  if (mended !== undefined) {
    const { places, line, shown } = mended
    const where =
      places === 1 ? `in one place, in line ${line}` : `in ${places} places, the first in line ${line}`
    const made = shown === '' ? 'where a character is cut off' : `where it shows ${shown}`
    note(`${source} is not quite UTF-8 ${where}, ${made}; save it again as UTF-8.`)
    return mended.text
  }
  return legacyText(source, bytes)
}

function legacyText(source: string, bytes: Uint8Array): string {
  const detected = decodeLegacy(bytes)
  if (detected.text !== undefined) return detected.text
  const message =
    detected.guess === undefined
      ? `${source} is not text, or in an unknown encoding; save it as UTF-8 or leave it out of the corpus.`
      : `${source} is in an encoding that cannot be told for sure (perhaps ${detected.guess}); save it as UTF-8.`
  throw new CorpusError('corpus', message, { fields: { source, guess: detected.guess } })
}
