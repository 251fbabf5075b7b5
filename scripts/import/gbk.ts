/**
 * GBK as a table: browsers and Node decode it, but none encodes it. Pages damaged by programs that replaced bytes
 * where they meant characters are repaired by replaying the damage on these bytes.
 */
interface GbkTable {
  readonly toBytes: ReadonlyMap<string, readonly number[]>
  /** The characters that people use every day, in simplified or traditional writing. */
  readonly everyday: ReadonlySet<string>
}

let table: GbkTable | undefined

/** The bytes of a text, or undefined when a character has none. */
export function encodeGbk(text: string): number[] | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const own = code < 0x80 ? [code] : gbkTable().toBytes.get(character)
    if (!own) return undefined
    bytes.push(...own)
  }
  return bytes
}

/** The text of bytes, or undefined when they are not whole characters. */
export function decodeGbk(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

/** Whether every Han character is one of those that GB 2312 or Big5 put first because they are frequent. */
export function isEverydayWriting(text: string): boolean {
  return Array.from(text).every(
    (character) => !/\p{Script=Han}/u.test(character) || gbkTable().everyday.has(character),
  )
}

function gbkTable(): GbkTable {
  table ??= {
    toBytes: new Map(characters('gbk', [0x81, 0xfe], [0x40, 0xfe])),
    everyday: new Set(
      [
        ...characters('gb2312', [0xb0, 0xd7], [0xa1, 0xfe]),
        ...characters('big5', [0xa4, 0xc6], [0x40, 0xfe]),
      ].map(([character]) => character),
    ),
  }
  return table
}

type Range = readonly [first: number, last: number]

/** Every character that an encoding writes with two bytes in these ranges. */
function characters(encoding: string, leads: Range, trails: Range): [string, readonly number[]][] {
  const decoder = new TextDecoder(encoding)
  const found: [string, readonly number[]][] = []
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (/^[^\ufffd]$/u.test(character)) found.push([character, [lead, trail]])
    }
  }
  return found
}
