import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/storage/lines.ts'

async function linesIn(pieces: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of linesOf(Readable.from(pieces))) lines.push(line)
  return lines
}

const anyLine = fc.string({
  unit: fc.constantFrom('a', '雲', '😀', '\u2028', '\u2029', '\u0085', '\r', '\v', '"'),
})

describe('lines', () => {
  it('end at a line feed and nowhere else, however their bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (lines, size) => {
          const bytes = Buffer.from(`${lines.join('\n')}\n`)
          const count = Math.ceil(bytes.length / size)
          const pieces = Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
          expect(await linesIn(pieces)).toEqual(lines)
        },
      ),
    )
  })

  it('need no line feed at the end', async () => {
    expect(await linesIn([Buffer.from('a\nb')])).toEqual(['a', 'b'])
    expect(await linesIn([])).toEqual([])
  })
})
