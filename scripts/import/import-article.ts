import type { Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'
import { stringify } from 'yaml'
import { partsOf } from '../../src/corpus/blocks/document-parts.ts'
import type { DocumentPart, Metadata } from '../../src/corpus/document.ts'
import { parseMarkdown } from '../../src/corpus/formats/parse-markdown.ts'
import { plainTextTree } from '../../src/corpus/formats/plain-text-tree.ts'
import { htmlPage } from '../../src/corpus/html/html-page.ts'
import { detectLanguage } from '../../src/text/languages.ts'
import { type DroppedBlocks, findArticle } from './boilerplate.ts'
import { applyErrata, type Errata } from './errata.ts'
import { repairFusedStops } from './mojibake.ts'
import { numberedHeadings } from './numbered-headings.ts'
import { repairReadings } from './pinyin-annotations.ts'
import type { Doubt, Repair } from './repair.ts'

export interface ImportRequest {
  readonly text: string
  readonly format: 'text' | 'html'
  /** What the person who imports knows better than the page. */
  readonly metadata?: Metadata
  readonly errata?: Errata
}

export interface ImportedArticle {
  /** Front matter and text. */
  readonly markdown: string
  readonly metadata: Metadata
  readonly sections: number
  readonly paragraphs: number
  readonly dropped: readonly DroppedBlocks[]
  readonly repairs: readonly Repair[]
  readonly doubts: readonly Doubt[]
}

/**
 * Makes clean Markdown of a found page: takes the article out of the site around it and repairs damage that follows a
 * rule or stands in the errata. The author's words stay as they are, mistakes included.
 */
export function importArticle({
  text,
  format,
  metadata: given = {},
  errata,
}: ImportRequest): ImportedArticle {
  const page = format === 'html' ? htmlPage(text) : { root: plainTextTree(text), metadata: {} }
  const blocks = page.root.children.map((node) => repairBlock(node, errata))
  const part = findArticle(blocks)
  const body = part.kept.flatMap((index) => blocks[index] ?? [])
  const children = format === 'text' ? withHeadings(body) : body.map(({ node }) => node)

  const metadata: Metadata = {
    ...page.metadata,
    ...(part.title === undefined ? {} : { title: part.title }),
    ...(part.author === undefined ? {} : { author: part.author }),
    ...given,
  }
  const language = metadata.language ?? detectLanguage(body.map((block) => block.text).join('\n'))
  const article: Root = { type: 'root', children: [...titleHeading(metadata.title), ...children] }
  const kinds = partsOf({ type: 'root', children }).map((part) => part.type)
  return {
    markdown: frontMatter({ ...metadata, language }) + markdownOf(article),
    metadata: { ...metadata, language },
    sections: kinds.filter((kind) => kind === 'heading').length,
    paragraphs: kinds.filter((kind) => kind === 'paragraph').length,
    dropped: part.dropped,
    repairs: body.flatMap((block) => block.repairs),
    doubts: [...body.flatMap((block) => block.doubts), ...unusedErrata(body, errata)],
  }
}

interface RepairedBlock {
  readonly node: RootContent
  readonly text: string
  readonly level?: number
  readonly repairs: readonly Repair[]
  readonly doubts: readonly Doubt[]
}

/** Repairs the words of a block in place; its markup stays. */
function repairBlock(node: RootContent, errata: Errata | undefined): RepairedBlock {
  const repairs: Repair[] = []
  const doubts: Doubt[] = []
  visit(node, 'text', (words) => {
    // The errata know the text as it was found; full stops hide the characters that readings belong to.
    for (const repair of [applyErrata(errata), repairFusedStops, repairReadings]) {
      const result = repair(words.value)
      words.value = result.text
      repairs.push(...result.repairs)
      doubts.push(...result.doubts)
    }
  })
  const text = partsOf({ type: 'root', children: [node] })
    .map(wordsOf)
    .join('\n')
  return { node, text, repairs, doubts, ...(node.type === 'heading' ? { level: node.depth } : {}) }
}

function wordsOf(part: DocumentPart): string {
  return part.type === 'heading' ? part.text : part.blocks.map((block) => block.text).join('\n')
}

function withHeadings(body: readonly RepairedBlock[]): RootContent[] {
  const headings = numberedHeadings(body.map(({ text }) => text))
  return body.map(({ node }, index) =>
    headings.includes(index) && node.type === 'paragraph'
      ? { type: 'heading', depth: 2, children: node.children }
      : node,
  )
}

function titleHeading(title: string | undefined): RootContent[] {
  return title === undefined
    ? []
    : [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }]
}

function frontMatter({ id, title, author, date, language, url }: Metadata): string {
  const fields = Object.entries({ id, title, author, date, lang: language, url }).filter(([, value]) => value)
  return `---\n${stringify(Object.fromEntries(fields), { lineWidth: 0 })}---\n\n`
}

/** Markdown for people to edit: without those escapes that change nothing when it is read again. */
function markdownOf(article: Root): string {
  const careful = toMarkdown(article, { extensions: [gfmToMarkdown()] })
  const plain = careful.replace(/\\([:.~&])/g, '$1')
  const words = (markdown: string) => JSON.stringify(parseMarkdown({ path: '', text: markdown }).parts)
  return words(plain) === words(careful) ? plain : careful
}

function unusedErrata(body: readonly RepairedBlock[], errata: Errata | undefined): Doubt[] {
  const used = new Set(body.flatMap((block) => block.repairs.map(({ before }) => before)))
  return (errata?.corrections ?? [])
    .filter(({ found }) => !used.has(found))
    .map(({ found, why }) => ({
      reason: `the erratum stands nowhere in the article (${why})`,
      context: found,
    }))
}
