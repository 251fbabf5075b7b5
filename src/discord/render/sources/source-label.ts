import type { Citation } from '../../../domain/citation.ts'
import type { Language } from '../../../domain/language.ts'
import { oneLine } from '../../../text/normalise.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { shorten } from '../text/limits.ts'
import { escapeMarkdown, maskedLink } from '../text/markdown.ts'

/** Where a paragraph is found, as citations and related paragraphs say it. */
export type SourcePlace = Pick<Citation, 'title' | 'section' | 'paragraph' | 'url'>

export interface LabelOptions {
  readonly language: Language
  /** Address of the service; without it there is nothing to link to. */
  readonly publicUrl: string | undefined
  /** When a message speaks of several articles. */
  readonly withTitle: boolean
  /** Whether the label names the section; not where the label above has the same one. @default true */
  readonly withSection?: boolean
}

/** Longest part of a title or a section that a label shows, in code points. */
const LONGEST_NAME = 80

/** An address that would crowd out what it stands beside loses its marks; if that is not enough, it is left out. */
const LONGEST_URL = 1000

/** `section · paragraph 97`, inert; the last part links to the paragraph in the reader when the service has an address. */
export function sourceLabel(place: SourcePlace, options: LabelOptions): string {
  const { withTitle, withSection = true, publicUrl, language } = options
  const names = [...(withTitle ? [place.title] : []), ...(withSection ? [place.section] : [])]
  const url = absoluteUrl(publicUrl, place.url)
  const { header, paragraph } = phrasesFor(language)
  const label = place.paragraph === 0 ? header : paragraph(place.paragraph)
  return [
    ...names
      .filter((name) => name.trim() !== '')
      .map((name) => escapeMarkdown(shorten(oneLine(name), LONGEST_NAME))),
    url === undefined ? label : maskedLink(label, url),
  ].join(' · ')
}

/** An address of the service made absolute; `undefined` without a service address or when it is far too long. */
export function absoluteUrl(publicUrl: string | undefined, path: string): string | undefined {
  if (publicUrl === undefined) return undefined
  const url = new URL(publicUrl.replace(/\/+$/, '') + path)
  if (url.href.length > LONGEST_URL) url.search = ''
  return url.href.length > LONGEST_URL ? undefined : url.href
}

/**
 * Whether Discord takes an address of the service in an embed's or a button's `url`. It refuses the whole message for a
 * host without a dot, such as `localhost` or a container's name.
 */
export function isAcceptedUrl(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname.includes('.') || hostname.startsWith('[')
}
