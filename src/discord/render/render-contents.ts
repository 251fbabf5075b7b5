import { articlePath, citationUrl } from '../../answer/citation-url.ts'
import type { Article, Language, Library } from '../../domain.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { discordLength, LIMITS, shorten } from './limits.ts'
import { escapeMarkdown, maskedLink } from './markdown.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { absoluteUrl } from './source-label.ts'

export interface ContentsOptions {
  readonly language: Language
  readonly publicUrl: string | undefined
}

/** Longest title or heading shown in a list, in code points. */
const LONGEST_ENTRY = 200

/** The sections of an article, each with a link to where it begins. */
export function renderSections(article: Article, options: ContentsOptions): MessageBody[] {
  const heading = `**${entry(article.title, articlePath(article.id), options)}**`
  const topLevel = Math.min(...article.sections.map(({ level }) => level))
  const lines = article.sections.map((section) => {
    const first = article.paragraphs[section.position - 1]
    const path = first === undefined ? articlePath(article.id) : citationUrl(first)
    return `${'  '.repeat(section.level - topLevel)}- ${entry(section.heading, path, options)}`
  })
  return listPages([heading, ...lines])
}

/** All articles, each with a link; for a corpus of several. */
export function renderArticles(library: Library, options: ContentsOptions): MessageBody[] {
  const lines = Array.from({ length: library.articleCount }, (_, row) => {
    const article = library.articleAt(row)
    return `- ${entry(article.title, articlePath(article.id), options)}`
  })
  return listPages([`**${phrasesFor(options.language).articles}**`, ...lines])
}

function entry(name: string, path: string, { language, publicUrl }: ContentsOptions): string {
  const label = escapeMarkdown(shorten(name.replace(/\s+/g, ' '), LONGEST_ENTRY))
  const url = absoluteUrl(publicUrl, path)
  return url === undefined ? label : `${label} · ${maskedLink(phrasesFor(language).read, url)}`
}

/** Whole lines, as many as an embed holds, then the next message. */
function listPages(lines: readonly string[]): MessageBody[] {
  const descriptions: string[] = []
  for (const line of lines) {
    const joined = `${descriptions.at(-1)}\n${line}`
    if (descriptions.length > 0 && discordLength(joined) <= LIMITS.embedDescription) {
      descriptions[descriptions.length - 1] = joined
    } else {
      descriptions.push(line)
    }
  }
  return descriptions.map((description) => messageBody({ embed: { description } }))
}
