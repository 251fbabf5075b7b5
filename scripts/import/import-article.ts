import type { Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'
import { stringify } from 'yaml'
import { partsOf } from '../../src/corpus/blocks/document-parts.ts'
import { signsOfMojibake } from '../../src/corpus/decoding/mojibake.ts'
import type { Document, DocumentPart, Metadata } from '../../src/corpus/document.ts'
import { parseMarkdown } from '../../src/corpus/formats/parse-markdown.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { detectLanguage } from '../../src/text/languages.ts'
import { type DroppedBlocks, findArticle } from './boilerplate.ts'
import { cleanTree } from './clean-tree.ts'
import { applyErrata, type Errata } from './errata.ts'
import { repairFusedStops } from './mojibake.ts'
import { numberedHeadings } from './numbered-headings.ts'
import { repairReadings } from './pinyin-annotations.ts'
import { contextOf, type Doubt, type Repair } from './repair.ts'

export interface ImportRequest {
  /** The file, read. */
  readonly document: Document
  /** Whether it marks its headings; those of plain text are recognised by their numbers. */
  readonly hasHeadings: boolean
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
  document,
  hasHeadings,
  metadata: given = {},
  errata,
}: ImportRequest): ImportedArticle {
  cleanTree(document.root)
  const blocks = document.root.children
    .map((node) => repairBlock(node, errata))
    .filter(({ text }) => text.trim() !== '')
  const part = findArticle(blocks)
  const body = part.kept.flatMap((index) => blocks[index] ?? [])
  const children = hasHeadings ? body.map(({ node }) => node) : withHeadings(body)

  // Without a heading the title is a guess from where titles stand, and what the page calls itself counts for more.
  const isHeading = blocks.some(({ level }) => level === 1)
  const own = isHeading ? (part.title ?? document.metadata.title) : (document.metadata.title ?? part.title)
  const metadata: Metadata = {
    ...document.metadata,
    ...(own === undefined ? {} : { title: own }),
    ...(part.author === undefined ? {} : { author: part.author }),
    ...given,
  }
  const language = metadata.language ?? detectLanguage(body.map((block) => block.text).join('\n'))
  const article: Root = { type: 'root', children: [...titleHeading(metadata.title), ...children] }
  const markdown = frontMatter({ ...metadata, language }) + markdownOf(article)
  const written = parseArticle({ path: 'imported.md', text: markdown })
  return {
    markdown,
    metadata: { ...metadata, language },
    sections: written.sections.length,
    paragraphs: written.paragraphs.length,
    dropped: part.dropped,
    repairs: body.flatMap((block) => block.repairs),
    doubts: [
      ...body.flatMap((block) => block.doubts),
      ...body.flatMap(({ text }) => mojibakeDoubts(text)),
      ...unusedErrata(body, errata),
    ],
  }
}

function mojibakeDoubts(text: string): Doubt[] {
  return signsOfMojibake(text).map(({ what, at, words }) => ({
    reason: `perhaps ${what}`,
    context: contextOf(text, at, at + words.length),
  }))
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

/** What stands in a text and would be read as the syntax of a site. */
const SITE_SYNTAX = [
  { character: '{', inConstruct: 'phrasing' as const },
  { character: '=', after: '=', inConstruct: 'phrasing' as const },
  { character: '%', after: '%', inConstruct: 'phrasing' as const },
  { character: ':', after: ':', atBreak: true },
]

/** Markdown for people to edit: without those escapes that change nothing when it is read again. */
function markdownOf(article: Root): string {
  const careful = toMarkdown(article, { extensions: [gfmToMarkdown()], unsafe: SITE_SYNTAX })
  const plain = careful.replace(/\\([:.~&])/g, '$1')
  const words = (markdown: string) =>
    JSON.stringify(partsOf(parseMarkdown({ path: '', text: markdown }).root))
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
