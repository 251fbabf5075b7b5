import type { Article, Paragraph, Section } from '../domain.ts'
import { splitSentences } from '../text/sentences.ts'
import { articleIdOf, titleOf } from './article-id.ts'
import type { Block, Document, SourceText } from './document.ts'
import { ParagraphIds } from './paragraph-ids.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { parsePlainText } from './parse-plain-text.ts'

const PARSERS: readonly { readonly extension: RegExp; readonly parse: (source: SourceText) => Document }[] = [
  { extension: /\.(?:md|markdown)$/i, parse: parseMarkdown },
  { extension: /\.html?$/i, parse: parseHtml },
  { extension: /\.txt$/i, parse: parsePlainText },
]

/** Names the way files are understood; raise it when the same file would make another article. */
export const PARSER = 'articles/1'

/** Whether a file of this name is an article. */
export function isArticleName(name: string): boolean {
  return PARSERS.some(({ extension }) => extension.test(name))
}

/**
 * Makes an article of a file, which is Markdown, HTML or plain text by its extension. `#` is the title, deeper headings
 * are sections, each block is a paragraph; an article without front matter or headings works too.
 *
 * @throws CorpusError naming the file and what in it cannot be used
 */
export function parseArticle({ path, text }: SourceText): Article {
  const parse = PARSERS.find(({ extension }) => extension.test(path))?.parse ?? parseMarkdown
  const document = parse({ path, text: text.replace(/\r\n?/g, '\n') })
  const { title, ...metadata } = document.metadata
  const id = metadata.id ?? articleIdOf(path)
  const titleBlock = findTitle(document)
  const blocks = document.blocks.filter((block) => block !== titleBlock)
  return {
    ...metadata,
    id,
    title: title ?? titleBlock?.text ?? titleOf(path),
    source: path,
    ...sectionsAndParagraphs(id, blocks),
  }
}

/**
 * The heading that is the title rather than a section: the first of level 1. Where the front matter gives another
 * title, a heading of level 1 that stands below text or is one of several is a chapter.
 */
function findTitle({ metadata, blocks }: Document): Block | undefined {
  const [first, ...others] = blocks.filter((block) => block.type === 'heading' && block.level === 1)
  if (metadata.title === undefined || metadata.title === first?.text) return first
  return others.length === 0 && blocks[0] === first ? first : undefined
}

function sectionsAndParagraphs(
  article: string,
  blocks: readonly Block[],
): Pick<Article, 'sections' | 'paragraphs'> {
  const ids = new ParagraphIds(article)
  const sections: Section[] = []
  const paragraphs: Paragraph[] = []
  for (const block of blocks) {
    const position = paragraphs.length + 1
    if (block.type === 'heading') {
      sections.push({ heading: block.text, level: block.level, position })
    } else {
      paragraphs.push({
        id: ids.next(block.text),
        article,
        position,
        section: sections.at(-1)?.heading ?? '',
        kind: block.kind,
        text: block.text,
        blocks: [{ kind: block.kind, start: 0, end: block.text.length }],
        sentences: splitSentences(block.text),
      })
    }
  }
  return { sections, paragraphs }
}
