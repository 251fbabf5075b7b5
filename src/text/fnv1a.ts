/** The 32-bit FNV-1a hash of a piece of a text, taken over UTF-16 code units (Fowler, Noll and Vo 1991); may be negative. */
export function fnv1a(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** The same, its upper bits, which depend on most of the text, folded into the lower ones; not negative. */
export function foldedHash(text: string, start = 0, end = text.length): number {
  const hash = fnv1a(text, start, end)
  return (hash ^ (hash >>> 15)) >>> 0
}
