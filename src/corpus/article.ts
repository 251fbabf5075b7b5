import type { Article, Section } from '../domain/article.ts'
import type { Block } from '../domain/block.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { StyledSpan } from '../domain/span.ts'
import { shiftStyles } from '../text/inline-marks.ts'
import { articleIdOf, titleOf } from './article-id.ts'
import { sentencesOf } from './blocks/block-sentences.ts'
import { partsOf } from './blocks/document-parts.ts'
import { joinSections } from './blocks/join-sections.ts'
import type { Document, DocumentPart, TextBlock } from './document.ts'
import { ParagraphIds } from './paragraph-ids.ts'

/** Makes an article of a document: `#` is the title, deeper headings are sections. */
export function articleOf(path: string, document: Document): Article {
  const { title, ...metadata } = document.metadata
  const id = metadata.id ?? articleIdOf(path)
  const all = partsOf(document.root)
  const titleBlock = findTitle(all, title)
  const parts = all.filter((part) => part !== titleBlock)
  return {
    ...metadata,
    id,
    title: title ?? titleBlock?.text ?? titleOf(path),
    source: path,
    ...sectionsAndParagraphs(id, joinSections(parts)),
  }
}

/** The same article under another id. */
export function withArticleId(article: Article, id: string): Article {
  const paragraphs = article.paragraphs.map((paragraph) => ({
    ...paragraph,
    article: id,
    id: id + paragraph.id.slice(article.id.length),
  }))
  return { ...article, id, paragraphs }
}

type Heading = Extract<DocumentPart, { type: 'heading' }>

/**
 * The heading that is the title rather than a section: the first of level 1, unless the file gives another title. What
 * stands in a heading is on the page, and found nowhere else.
 */
function findTitle(parts: readonly DocumentPart[], title: string | undefined): Heading | undefined {
  const isTopHeading = (part: DocumentPart): part is Heading => part.type === 'heading' && part.level === 1
  const first = parts.find(isTopHeading)
  return title === undefined || title === first?.text ? first : undefined
}

function sectionsAndParagraphs(
  article: string,
  parts: readonly DocumentPart[],
): Pick<Article, 'sections' | 'paragraphs'> {
  const ids = new ParagraphIds(article)
  const sections: Section[] = []
  const paragraphs: Paragraph[] = []
  for (const part of parts) {
    const position = paragraphs.length + 1
    if (part.type === 'heading') {
      const { text: heading, level, styles } = part
      sections.push({ heading, level, position, ...(styles && { styles }) })
    } else {
      const { text, blocks, styles } = joinBlocks(part.blocks)
      paragraphs.push({
        id: ids.next(text),
        article,
        position,
        section: sections.at(-1)?.heading ?? '',
        kind: (blocks.find(({ kind }) => kind !== 'prose') ?? blocks[0])?.kind ?? 'prose',
        text,
        blocks,
        sentences: blocks.flatMap((block) => sentencesOf(text, block)),
        ...(styles.length === 0 ? {} : { styles }),
      })
    }
  }
  return { sections, paragraphs }
}

/** Stands between two blocks of a paragraph. */
const BETWEEN_BLOCKS = '\n\n'

function joinBlocks(given: readonly TextBlock[]): { text: string; blocks: Block[]; styles: StyledSpan[] } {
  const blocks: Block[] = []
  const styles: StyledSpan[] = []
  let text = ''
  for (const { text: own, isLabel: _, styles: ownStyles = [], ...rest } of given) {
    if (text !== '') text += BETWEEN_BLOCKS
    styles.push(...shiftStyles(ownStyles, text.length))
    blocks.push({ ...rest, start: text.length, end: text.length + own.length })
    text += own
  }
  return { text, blocks, styles }
}
