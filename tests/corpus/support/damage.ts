import { encode } from './encode.ts'

const MARKS = [
  [0xac, ','],
  [0xbb, ';'],
  [0xbf, '?'],
  [0xba, ':'],
  [0xa1, '!'],
] as const

/**
 * Does to a text what the sites do whose pages the importer repairs: replaces the full-width marks, A3 xx in GBK, by
 * ASCII ones wherever these bytes stand, and shows a byte that lost its partner as a question mark.
 */
export function damage(text: string): string {
  const bytes = [...encode(text, 'gb18030')]
  const replaced: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    const mark = bytes[i] === 0xa3 && MARKS.find(([trail]) => trail === bytes[i + 1])
    replaced.push(mark ? mark[1].charCodeAt(0) : (bytes[i] ?? 0))
    if (mark) i++
  }
  return new TextDecoder('gbk').decode(Uint8Array.from(replaced)).replaceAll('\ufffd', '?')
}
