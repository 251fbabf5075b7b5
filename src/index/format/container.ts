import { IndexError } from '../../errors.ts'

/**
 * One part of an index file. Typed arrays are stored as they lie in memory (little-endian, as on every platform that
 * runs Node or Workers), so that opening a file is a read and not a parse.
 */
type Section = Uint8Array | Int8Array | Int32Array | Uint32Array | Uint16Array | Float32Array | string

export type Sections = Readonly<Record<string, Section>>

type TypedSection = Exclude<Section, string>

/** `text` is UTF-8. */
const CONSTRUCTORS = {
  u8: Uint8Array,
  i8: Int8Array,
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  f32: Float32Array,
} as const

type ArrayType = keyof typeof CONSTRUCTORS
type SectionType = ArrayType | 'text'

/** Name, type and size in bytes. Sections follow each other in this order, so a position need not be told. */
type HeaderEntry = readonly [name: string, type: SectionType, bytes: number]

/** Spells "footnote" in the first eight bytes of the file. */
const MAGIC = new TextEncoder().encode('footnote')
const FORMAT_VERSION = 1
/** Magic, format version (u32), header length in bytes (u32). */
const PREAMBLE_BYTES = 16
/** Every section starts at a multiple of this, which every element size divides. */
const ALIGNMENT = 8

/**
 * A file of named sections, in pieces to be written one after the other: large arrays are not copied.
 *
 * Layout: `footnote`, version, header length, header (JSON list of {@link HeaderEntry}), then the sections in that
 * order, each padded with zeros to a multiple of 8 bytes.
 */
export function containerParts(sections: Sections): Uint8Array[] {
  const encoder = new TextEncoder()
  const header: HeaderEntry[] = []
  const bodies: Uint8Array[] = []
  for (const [name, section] of Object.entries(sections)) {
    const body = typeof section === 'string' ? encoder.encode(section) : bytesOf(section)
    header.push([name, typeOf(section), body.byteLength])
    bodies.push(body, padding(body.byteLength))
  }
  const headerBytes = encoder.encode(JSON.stringify(header))
  const preamble = new Uint8Array(PREAMBLE_BYTES)
  preamble.set(MAGIC)
  const view = new DataView(preamble.buffer)
  view.setUint32(8, FORMAT_VERSION, true)
  view.setUint32(12, headerBytes.byteLength, true)
  const parts = [preamble, headerBytes, padding(headerBytes.byteLength), ...bodies]
  return parts.filter((part) => part.byteLength > 0)
}

/** {@link containerParts} in one piece. */
export function encodeContainer(sections: Sections): Uint8Array {
  const parts = containerParts(sections)
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return bytes
}

/**
 * Opens what {@link encodeContainer} wrote. The arrays are views of `bytes`, which must not be changed afterwards;
 * only where `bytes` does not start at a multiple of 8 of its buffer is it copied first.
 *
 * @throws IndexError `damaged` for anything that is not a whole container
 */
export function decodeContainer(bytes: Uint8Array): Sections {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice()
  const { entries, bodyOffset } = readHeader(aligned)
  const sections: Record<string, Section> = Object.create(null)
  let offset = bodyOffset
  for (const [name, type, length] of entries) {
    if (offset + length > aligned.byteLength) throw damaged(`section ${name} is cut off`)
    if (name in sections) throw damaged(`section ${name} stands twice`)
    sections[name] = readSection(name, type, aligned.subarray(offset, offset + length))
    offset = align(offset + length)
  }
  if (offset !== aligned.byteLength) throw damaged('its length is not what its header says')
  return sections
}

/**
 * The section of this name and type.
 *
 * @throws IndexError `damaged` where it is missing or of another type
 */
export function section<T extends TypedSection>(
  sections: Sections,
  name: string,
  type: abstract new (...args: never[]) => T,
): T {
  const found = sections[name]
  if (!(found instanceof type)) throw damaged(`section ${name} is missing or of another type`)
  return found
}

/**
 * The text section of this name.
 *
 * @throws IndexError `damaged` where it is missing or no text
 */
export function textSection(sections: Sections, name: string): string {
  const found = sections[name]
  if (typeof found !== 'string') throw damaged(`section ${name} is missing or no text`)
  return found
}

/** The sections with `prefix.` before their names: several parts of an index share one container this way. */
export function withPrefix(prefix: string, sections: Sections): Sections {
  return Object.fromEntries(Object.entries(sections).map(([name, section]) => [`${prefix}.${name}`, section]))
}

/** The sections whose names start with `prefix.`, without it: undoes {@link withPrefix}. */
export function withoutPrefix(prefix: string, sections: Sections): Sections {
  const start = `${prefix}.`
  return Object.fromEntries(
    Object.entries(sections)
      .filter(([name]) => name.startsWith(start))
      .map(([name, section]) => [name.slice(start.length), section]),
  )
}

function readHeader(bytes: Uint8Array): { entries: HeaderEntry[]; bodyOffset: number } {
  if (bytes.byteLength < PREAMBLE_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw damaged('it does not start like one')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(8, true) !== FORMAT_VERSION) throw damaged('its format version is unknown')
  const headerEnd = PREAMBLE_BYTES + view.getUint32(12, true)
  if (headerEnd > bytes.byteLength) throw damaged('its header is cut off')
  let entries: unknown
  try {
    entries = JSON.parse(decodeText(bytes.subarray(PREAMBLE_BYTES, headerEnd)))
  } catch (cause) {
    throw damaged('its header cannot be read', cause)
  }
  if (!Array.isArray(entries) || !entries.every(isHeaderEntry))
    throw damaged('its header is no list of sections')
  return { entries, bodyOffset: align(headerEnd) }
}

function isHeaderEntry(entry: unknown): entry is HeaderEntry {
  if (!Array.isArray(entry) || entry.length !== 3) return false
  const [name, type, bytes] = entry
  return (
    typeof name === 'string' &&
    (type === 'text' || (typeof type === 'string' && Object.hasOwn(CONSTRUCTORS, type))) &&
    Number.isSafeInteger(bytes) &&
    bytes >= 0
  )
}

function readSection(name: string, type: SectionType, body: Uint8Array): Section {
  if (type === 'text') {
    try {
      return decodeText(body)
    } catch (cause) {
      throw damaged(`section ${name} is no UTF-8`, cause)
    }
  }
  const ArrayOf = CONSTRUCTORS[type]
  if (body.byteLength % ArrayOf.BYTES_PER_ELEMENT !== 0) throw damaged(`section ${name} is cut off`)
  return new ArrayOf(body.buffer as ArrayBuffer, body.byteOffset, body.byteLength / ArrayOf.BYTES_PER_ELEMENT)
}

function typeOf(section: Section): SectionType {
  if (typeof section === 'string') return 'text'
  for (const [type, ArrayOf] of Object.entries(CONSTRUCTORS)) {
    if (section instanceof ArrayOf) return type as ArrayType
  }
  throw new TypeError('An index section is a string or one of the typed arrays that a container can hold')
}

function bytesOf(section: TypedSection): Uint8Array {
  return new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}

function padding(length: number): Uint8Array {
  return new Uint8Array(align(length) - length)
}

function damaged(why: string, cause?: unknown): IndexError {
  return new IndexError('damaged', `The index file is damaged: ${why}. Rebuild it with: npm run index`, {
    cause,
  })
}
