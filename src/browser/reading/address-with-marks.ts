import type { Citation } from '../../domain/citation.ts'

/**
 * Where an article opens at a citation with the words of the answer's other citations from it marked as well, so that
 * one can go from one to the next.
 */
export function addressWithMarks(citation: Citation, beside: readonly Citation[]): string {
  const { pathname, hash } = parse(citation.url)
  const marks = [citation, ...beside.filter(({ marker }) => marker !== citation.marker)]
    .filter(({ article }) => article === citation.article)
    .flatMap(({ url }) => parse(url).searchParams.getAll('mark'))
  const query = new URLSearchParams(marks.map((mark) => ['mark', mark])).toString()
  return `${pathname}${query === '' ? '' : `?${query}`}${hash}`
}

/** Addresses of citations are relative to the service. */
function parse(url: string): URL {
  return new URL(url, 'http://service.invalid')
}
