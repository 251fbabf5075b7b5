import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import {
  containerParts,
  decodeContainer,
  encodeContainer,
  type Sections,
  section,
  textSection,
  withoutPrefix,
  withPrefix,
} from '../../../src/index/format/container.ts'

const anySection = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.uint16Array(),
  fc.float32Array(),
  fc.string({ unit: 'grapheme' }),
)
const anySections: fc.Arbitrary<Sections> = fc.dictionary(fc.string({ unit: 'grapheme' }), anySection)

const sample = encodeContainer({
  vectors: Float32Array.of(0.5, -1, 2),
  bytes: Uint8Array.of(1, 2, 3),
  title: '從集裝箱到 serverless 😀',
  counts: Uint16Array.of(1),
})

/** Decoding either works or says that the file is damaged; nothing else may leave the decoder. */
function decodesOrIsDamaged(bytes: Uint8Array): 'decoded' | 'damaged' {
  try {
    decodeContainer(bytes)
    return 'decoded'
  } catch (error) {
    expect(error).toBeInstanceOf(IndexError)
    expect((error as IndexError).fault).toBe('damaged')
    return 'damaged'
  }
}

describe('container', () => {
  it('gives back what was put in, whatever it is', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const decoded = decodeContainer(encodeContainer(sections))
        expect({ ...decoded }).toEqual({ ...sections })
      }),
    )
  })

  it('keeps the order of the sections', () => {
    expect(Object.keys(decodeContainer(sample))).toEqual(['vectors', 'bytes', 'title', 'counts'])
  })

  it('reads from any position of a buffer', () => {
    for (let shift = 0; shift < 9; shift++) {
      const shifted = new Uint8Array(sample.length + shift)
      shifted.set(sample, shift)
      const decoded = decodeContainer(shifted.subarray(shift))
      expect(decoded.vectors).toEqual(Float32Array.of(0.5, -1, 2))
    }
  })

  it('copies nothing when the input is aligned', () => {
    const vectors = section(decodeContainer(sample), 'vectors', Float32Array)
    expect(vectors.buffer).toBe(sample.buffer)
  })

  it('writes large arrays without a copy', () => {
    const large = new Float32Array(1000)
    const parts = containerParts({ large })
    expect(parts.some((part) => part.buffer === large.buffer)).toBe(true)
  })

  it('writes only the part of a buffer that a view shows', () => {
    const view = new Uint32Array(Uint32Array.of(1, 2, 3, 4).buffer, 4, 2)
    expect(decodeContainer(encodeContainer({ view })).view).toEqual(Uint32Array.of(2, 3))
  })

  it('calls every cut a damage', () => {
    for (let length = 0; length < sample.length; length++) {
      expect(decodesOrIsDamaged(sample.slice(0, length))).toBe('damaged')
    }
  })

  it('calls anything behind the end a damage', () => {
    const longer = new Uint8Array(sample.length + 8)
    longer.set(sample)
    expect(decodesOrIsDamaged(longer)).toBe('damaged')
  })

  it('survives any change of any byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = sample.slice()
          for (const [at, value] of changes) bytes[at] = value
          decodesOrIsDamaged(bytes)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('survives any input at all', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => decodesOrIsDamaged(bytes) === 'damaged'))
  })

  it('refuses a section that is missing or of another type', () => {
    const sections = decodeContainer(sample)
    expect(() => section(sections, 'nothing', Uint8Array)).toThrow(IndexError)
    expect(() => section(sections, 'vectors', Uint8Array)).toThrow(IndexError)
    expect(() => textSection(sections, 'vectors')).toThrow(IndexError)
    expect(textSection(sections, 'title')).toBe('從集裝箱到 serverless 😀')
  })

  it('keeps the parts of several owners apart', () => {
    const both = { ...withPrefix('a', { x: 'one' }), ...withPrefix('ab', { x: 'two' }) }
    expect(withoutPrefix('a', both)).toEqual({ x: 'one' })
    expect(withoutPrefix('ab', both)).toEqual({ x: 'two' })
  })
})
