import iconv from 'iconv-lite'
import { detect } from 'jschardet'

/** Encodings that texts in Chinese and English come in, by the detector's names, and how they are decoded. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => string | undefined>> = {
  gb18030: (bytes) => decodeStrictly('gb18030', bytes),
  // The platform's Big5 lacks the characters of Hong Kong.
  big5: (bytes) => withoutReplacements(iconv.decode(bytes, 'big5hkscs')),
  'utf-16-le': (bytes) => decodeStrictly('utf-16le', bytes),
  'utf-16-be': (bytes) => decodeStrictly('utf-16be', bytes),
}

/** Known so that their texts are not taken for Chinese. */
const NOT_DECODED = ['windows-1252', 'euc-kr', 'euc-jp', 'shift_jis']

/** What the bytes of a text that is not UTF-8 turn out to be. */
export type Detected =
  | { readonly text: string }
  | { readonly text: undefined; readonly guess: string | undefined }

/** Reads bytes as what their most frequent characters tell: GB 18030 (with GBK and GB 2312), Big5 or UTF-16. */
export function decodeLegacy(bytes: Uint8Array): Detected {
  const { encoding } = detect(bytes, { detectEncodings: [...Object.keys(DECODERS), ...NOT_DECODED] })
  const name = encoding?.toLowerCase() ?? ''
  const text = DECODERS[name]?.(bytes)
  if (text !== undefined && isWriting(text, { isGuessed: true })) return { text }
  return { text: undefined, guess: NOT_DECODED.includes(name) ? (encoding ?? undefined) : undefined }
}

/** The text without a byte order mark, or undefined when the bytes are not in this encoding. */
export function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function withoutReplacements(text: string): string | undefined {
  return text.includes('\ufffd') ? undefined : text
}

/** What texts in Chinese and English are written with. */
const COMMON = /[\s\u0020-\u007e\u2010-\u2027\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]/u
/** What may stand among it: other letters, signs, pictures. */
const KNOWN =
  /[\u00a0-\u024f\u0370-\u04ff\u1e00-\u27ff\u3105-\u312f\u3200-\u33ff\uf900-\ufaff\ufe10-\ufe6f\ufeff\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u

/** A text whose encoding is guessed has at least this share of common characters. */
const LEAST_COMMON = 0.7
/** Any text has at most this share of characters that nobody writes. */
const MOST_UNKNOWN = 0.02

/** Whether decoded bytes are a text: pictures and programs come out as characters that nobody writes. */
export function isWriting(text: string, { isGuessed }: { readonly isGuessed: boolean }): boolean {
  let common = 0
  let unknown = 0
  let all = 0
  for (const character of text) {
    all++
    if (COMMON.test(character)) common++
    else if (!KNOWN.test(character)) unknown++
  }
  return unknown <= all * MOST_UNKNOWN && (!isGuessed || common >= all * LEAST_COMMON)
}
