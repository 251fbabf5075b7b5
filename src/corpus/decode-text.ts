import { detect } from 'jschardet'
import { CorpusError } from '../errors.ts'

/** Encodings that texts in Chinese and English come in, by the detector's names, and what `TextDecoder` calls them. */
const DECODERS: Record<string, string> = {
  gb18030: 'gb18030',
  big5: 'big5',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
}

/** Known so that Western texts are not taken for Chinese; Node 20 decodes its quotation marks wrongly. */
const NOT_DECODED = 'windows-1252'

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** Control characters that no text has; tabs, line breaks, form feeds and the old end-of-file mark are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/

/**
 * Decodes the bytes of a file: what its byte order mark says, otherwise UTF-8 if it is valid, otherwise GB 18030
 * (with GBK and GB 2312), Big5 or UTF-16, told by their frequent characters.
 *
 * @throws CorpusError naming a file that is no text or in another encoding
 */
export function decodeText(source: string, bytes: Uint8Array): string {
  const encoding =
    markedEncoding(bytes) ?? (isText('utf-8', bytes) ? 'utf-8' : detectedEncoding(source, bytes))
  const text = decode(encoding, bytes)
  if (text === undefined || CONTROL.test(text)) {
    throw new CorpusError('corpus', `${source} is not text; leave it out of the corpus.`, {
      fields: { source, encoding },
    })
  }
  return text
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding
}

function detectedEncoding(source: string, bytes: Uint8Array): string {
  const { encoding } = detect(bytes, { detectEncodings: [...Object.keys(DECODERS), NOT_DECODED] })
  const name = encoding?.toLowerCase() ?? ''
  const decoder = DECODERS[name]
  if (decoder !== undefined) return decoder
  const message =
    name === NOT_DECODED
      ? `${source} is in an encoding that cannot be told for sure (perhaps ${encoding}); save it as UTF-8.`
      : `${source} is not text, or in an unknown encoding; save it as UTF-8 or leave it out of the corpus.`
  throw new CorpusError('corpus', message, { fields: { source, encoding } })
}

function isText(encoding: string, bytes: Uint8Array): boolean {
  const text = decode(encoding, bytes)
  return text !== undefined && !CONTROL.test(text)
}

/** The text without a byte order mark, or undefined when the bytes are not in this encoding. */
function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
