import type { Article, Paragraph, Section } from '../domain.ts'
import { splitSentences } from '../text/sentences.ts'
import { articleIdOf, titleOf } from './article-id.ts'
import type { Block, Document, SourceText } from './document.ts'
import { ParagraphIds } from './paragraph-ids.ts'
import { parseMarkdown } from './parse-markdown.ts'

/**
 * Makes an article of a file: `#` is its title, deeper headings are its sections, each block is a paragraph. Works
 * without front matter and without headings too.
 *
 * @throws CorpusError naming the file and what in it cannot be used
 */
export function parseArticle(source: SourceText): Article {
  const document = parseMarkdown(source)
  const { title, ...metadata } = document.metadata
  const id = metadata.id ?? articleIdOf(source.path)
  const titleBlock = findTitle(document)
  return {
    ...metadata,
    id,
    title: title ?? titleBlock?.text ?? titleOf(source.path),
    source: source.path,
    ...sectionsAndParagraphs(
      id,
      document.blocks.filter((block) => block !== titleBlock),
    ),
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
        sentences: splitSentences(block.text),
      })
    }
  }
  return { sections, paragraphs }
}
