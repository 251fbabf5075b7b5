/** Encodes a text in an encoding that only decoders exist for, by trying all of its two-byte characters. */
export function encode(text: string, encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le')
    return bytes
  }
  const table = tableOf(encoding)
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = character < '\u0080' ? [character.charCodeAt(0)] : table.get(character)
      if (!bytes) throw new Error(`${character} is not in ${encoding}`)
      return bytes
    }),
  )
}

const tables = new Map<string, Map<string, number[]>>()

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (/^[^\ufffd]$/u.test(character) && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  tables.set(encoding, table)
  return table
}
