import { CorpusError } from '../../../src/errors.ts'
import { type EntryPlace, readSidecar } from './read-sidecar.ts'
import { formatEntry, type SidecarEntry } from './sidecar-entry.ts'

/** A sidecar's text, and whose it is. */
export interface SidecarText {
  /** Path below the corpus folder, with forward slashes. */
  readonly source: string
  /** Without a byte order mark; empty where there is no such file yet. */
  readonly text: string
}

/**
 * Adds an entry in the order of the article, on lines of its own: every byte that was there stays. An entry about the
 * paragraph that is there already is left as it is.
 *
 * @param order paragraphs of the article, each the part of its id behind the `#`
 * @returns the new text
 * @throws CorpusError where the sidecar has a form that cannot be added to
 */
export function insertEntry(sidecar: SidecarText, entry: SidecarEntry, order: readonly string[]): string {
  const { source, text } = sidecar
  const places = readSidecar(source, text)
  if (places.some(({ paragraph }) => paragraph === entry.paragraph)) return text
  const index = indexAfterPredecessors(places, order, entry.paragraph)
  const offset = places[index - 1]?.end ?? (places[0] ? startWithComment(text, places[0]) : text.length)
  const before = text.slice(0, offset)
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const written = formatEntry(entry)
    .replace(/^(?=.)/gm, ' '.repeat(places[0]?.indentation ?? 0))
    .replaceAll('\n', lineBreak)
  const separator = before === '' || before.endsWith('\n') ? '' : lineBreak
  const edited = before + separator + written + text.slice(offset)
  const fields = places.map((place) => place.fields)
  return checked(
    source,
    edited,
    fields.toSpliced(index, 0, readSidecar(source, formatEntry(entry))[0]?.fields),
  )
}

/**
 * Takes out the entries of these paragraphs; every other byte stays, comments above an entry included.
 *
 * @returns the new text
 * @throws CorpusError where the sidecar has a form that cannot be taken from
 */
export function removeEntries({ source, text }: SidecarText, paragraphs: ReadonlySet<string>): string {
  const places = readSidecar(source, text)
  const goes = ({ paragraph }: EntryPlace) => paragraph !== undefined && paragraphs.has(paragraph)
  const edited = places
    .filter(goes)
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  const kept = places.filter((place) => !goes(place)).map((place) => place.fields)
  return checked(source, edited, kept)
}

/** How many entries stand before the one to come: up to the last about a paragraph that is earlier in the article. */
function indexAfterPredecessors(places: readonly EntryPlace[], order: readonly string[], paragraph: string) {
  const earlier = new Set(order.slice(0, order.indexOf(paragraph)))
  return places.findLastIndex((place) => place.paragraph !== undefined && earlier.has(place.paragraph)) + 1
}

/** The first entry's offset, with the comment that stands directly above it, unless that is the head of the file. */
function startWithComment(text: string, { start }: EntryPlace): number {
  const lines = text.slice(0, start).split(/(?<=\n)/)
  const last = lines.findLastIndex((line) => !line.startsWith('#'))
  return last < 0 ? start : lines.slice(0, last + 1).join('').length
}

/** A last look before anything is written: anchors, odd indentation and the like could make an edit mean something else. */
function checked(source: string, edited: string, expected: readonly unknown[]): string {
  const found = readSidecar(source, edited).map(({ fields }) => fields)
  if (JSON.stringify(found) === JSON.stringify(expected)) return edited
  throw new CorpusError(
    'corpus',
    `${source} has a form that cannot be edited safely; write its entries as README.md shows.`,
    {
      fields: { source },
    },
  )
}
