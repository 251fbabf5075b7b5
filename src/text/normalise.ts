import { Converter } from 'opencc-js/t2cn'

/**
 * Characters and, for Taiwan, whole words (伺服器 → 服务器, 軟體 → 软件), so that both scripts share their terms.
 * Built on first use: a Worker must not work at import.
 */
let toSimplified: ((text: string) => string) | undefined

/** NFKC and simplified Han characters, letters in the case in which they are written. Lengths may change. */
export function simplify(text: string): string {
  toSimplified ??= Converter({ from: 'twp', to: 'cn' })
  return toSimplified(text.normalize('NFKC'))
}

/**
 * The form in which texts and questions are compared, never shown: NFKC, lower case, simplified Han characters.
 * Lengths may change, so offsets into the result mean nothing in the text.
 */
export function normalise(text: string): string {
  return simplify(text).toLowerCase()
}

/** A text on one line, each stretch of white space a single space and none at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
