import type { Answer } from '../domain/answer.ts'
import type { Citation } from '../domain/citation.ts'
import type { Language } from '../domain/language.ts'

const HEADINGS: Readonly<Record<Language, string>> = {
  'zh-Hant': '來源',
  'zh-Hans': '来源',
  en: 'Sources',
}

/**
 * The sources of an answer as a list in Markdown, to stand behind it.
 *
 * @param origin that URLs begin with, e.g. `https://ask.example.org`
 * @returns empty without sources
 */
export function sourceList(
  { citations, language }: Pick<Answer, 'citations' | 'language'>,
  origin: string,
): string {
  if (citations.length === 0) return ''
  const items = citations.map((citation) => {
    const link = `[${escapeMarkdown(placeOf(citation))}](${linkTarget(origin + citation.url)})`
    return `${citation.marker}. ${link}: “${escapeMarkdown(oneLine(citation.quote))}”`
  })
  return `\n\n**${HEADINGS[language]}**\n\n${items.join('\n')}`
}

/** Where a paragraph stands, as people say it: `Tea · ¶ 3`. */
export function placeOf({ title, paragraph }: Pick<Citation, 'title' | 'paragraph'>): string {
  return paragraph === 0 ? title : `${title} · ¶ ${paragraph}`
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** An address as it may stand in the parentheses of a Markdown link. */
export function linkTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29')
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&')
}
