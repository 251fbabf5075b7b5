import type { Paragraph } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import { anchorOf } from '../paragraph-id.ts'

/** Words to mark in a paragraph, as a citation's address names them. */
export interface Mark extends Span {
  /** The part of the paragraph id after `#`, which is also the paragraph's anchor on the page. */
  readonly anchor: string
}

/** More marks than any answer cites; an address that names more is not ours. */
const MAX_MARKS = 20

const MARK = /^([\w-]{1,64})\.(\d{1,7})-(\d{1,7})$/

/** The path an article opens at, relative to the service's own address. Slashes of the id stay slashes. */
export function articlePath(articleId: string): string {
  return `/articles/${articleId.split('/').map(encodeURIComponent).join('/')}`
}

/**
 * Where an article opens at a paragraph with the cited words marked, relative to the service's own address:
 * `/articles/<id>?mark=<anchor>.<start>-<end>#<anchor>`. Without spans the paragraph opens and nothing is marked.
 *
 * The fragment never reaches the server, so the marks travel in the query: the page needs no script to show them.
 */
export function citationUrl(paragraph: Pick<Paragraph, 'id' | 'article'>, ...spans: readonly Span[]): string {
  const anchor = anchorOf(paragraph.id)
  const marks = spans.map(({ start, end }) => `mark=${anchor}.${start}-${end}`).join('&')
  return `${articlePath(paragraph.article)}${marks === '' ? '' : `?${marks}`}#${anchor}`
}

/**
 * The marks that an address asks for, in its order. Whatever is not a mark is left out: an address is typed, cut off
 * and edited by anyone. Offsets are not checked against a text here.
 */
export function parseMarks(parameters: URLSearchParams): Mark[] {
  return parameters
    .getAll('mark')
    .slice(0, MAX_MARKS)
    .flatMap((value) => {
      const match = MARK.exec(value)
      if (match === null) return []
      const [, anchor = '', start, end] = match
      return [{ anchor, start: Number(start), end: Number(end) }]
    })
    .filter(({ start, end }) => start < end)
}
