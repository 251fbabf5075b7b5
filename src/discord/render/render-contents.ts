import { articlePath, citationUrl } from '../../answer/citation-url.ts'
import type { Article } from '../../domain/article.ts'
import type { Language } from '../../domain/language.ts'
import type { Library } from '../../domain/library.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { articlesPageId, sectionsPageId } from './custom-id.ts'
import { type Button, button, type MessageBody, messageBody } from './message-body.ts'
import { absoluteUrl } from './sources/source-label.ts'
import { discordLength, LIMITS, shorten } from './text/limits.ts'
import { escapeMarkdown, maskedLink } from './text/markdown.ts'

export interface ContentsOptions {
  readonly language: Language
  readonly publicUrl: string | undefined
}

/** Longest title or heading shown in a list, in code points. */
const LONGEST_ENTRY = 80

/** Entries of a page: as many as an embed holds with addresses of usual length, and as one reads through. */
const PER_PAGE = 20

/** Most code points of a line without a link: a name made inert, its indentation and its sign. */
const NAME_ALONE = 2 * LONGEST_ENTRY + 20

/** A page of the sections of an article, each with a link to where it begins. Pages count from 0. */
export function renderSections(article: Article, page: number, options: ContentsOptions): MessageBody {
  const heading = `**${entry(article.title, articlePath(article.id), options)}**`
  const topLevel = Math.min(...article.sections.map(({ level }) => level))
  return listPage(article.sections.length, page, {
    heading,
    line: (index, withLink) => {
      const section = article.sections[index]
      const first = section && article.paragraphs[section.position - 1]
      const path = first === undefined ? articlePath(article.id) : citationUrl(first)
      const indentation = '  '.repeat((section?.level ?? topLevel) - topLevel)
      return `${indentation}- ${entry(section?.heading ?? '', path, options, withLink)}`
    },
    pageId: (other) => sectionsPageId(other, article.id),
  })
}

/** A page of the articles, each with a link; for a corpus of several. Pages count from 0. */
export function renderArticles(library: Library, page: number, options: ContentsOptions): MessageBody {
  return listPage(library.articleCount, page, {
    heading: `**${phrasesFor(options.language).articles}**`,
    line: (row, withLink) => {
      const article = library.articleAt(row)
      return `- ${entry(article.title, articlePath(article.id), options, withLink)}`
    },
    pageId: articlesPageId,
  })
}

function entry(
  name: string,
  path: string,
  { language, publicUrl }: ContentsOptions,
  withLink = true,
): string {
  const label = escapeMarkdown(shorten(name.replace(/\s+/g, ' '), LONGEST_ENTRY))
  const url = absoluteUrl(publicUrl, path)
  return url === undefined || !withLink ? label : `${label} · ${maskedLink(phrasesFor(language).read, url)}`
}

interface List {
  readonly heading: string
  readonly line: (index: number, withLink: boolean) => string
  readonly pageId: (page: number) => string
}

/** Renders the lines of one page alone, however long the list is. */
function listPage(length: number, wanted: number, { heading, line, pageId }: List): MessageBody {
  const pages = Math.max(1, Math.ceil(length / PER_PAGE))
  const page = Math.min(wanted, pages - 1)
  const position = pages === 1 ? '' : ` · ${page + 1}/${pages}`
  let description = heading + position
  for (let index = page * PER_PAGE; index < Math.min(length, (page + 1) * PER_PAGE); index += 1) {
    const linked = `${description}\n${line(index, true)}`
    // Addresses may be long; a page of names alone always fits.
    const room = LIMITS.embedDescription - (PER_PAGE - (index % PER_PAGE) - 1) * NAME_ALONE
    description = discordLength(linked) <= room ? linked : `${description}\n${line(index, false)}`
  }
  return messageBody({ embed: { description }, buttons: pageButtons(page, pages, pageId) })
}

function pageButtons(page: number, pages: number, pageId: (page: number) => string): Button[] {
  return [
    ...(page > 0 ? [button(pageId(page - 1), { emoji: '◀️' })] : []),
    ...(page < pages - 1 ? [button(pageId(page + 1), { emoji: '▶️' })] : []),
  ]
}
