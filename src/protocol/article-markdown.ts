import { codeFence } from '../answer/markdown/code-fence.ts'
import { escapeProse } from '../answer/markdown/escape-prose.ts'
import { listMarkdown } from '../answer/markdown/list-markdown.ts'
import { tableMarkdown } from '../answer/markdown/table-markdown.ts'
import type { Article } from '../domain/article.ts'
import type { Block } from '../domain/block.ts'
import type { Paragraph } from '../domain/paragraph.ts'

/** An article as Markdown, for language models to read: title, headings, and the blocks of its paragraphs. */
export function articleMarkdown({ title, sections, paragraphs }: Article): string {
  const parts = [`# ${escapeProse(title)}`]
  let next = 0
  for (const paragraph of paragraphs) {
    for (; next < sections.length; next++) {
      const section = sections[next]
      if (section === undefined || section.position > paragraph.position) break
      parts.push(`${'#'.repeat(section.level)} ${escapeProse(section.heading)}`)
    }
    parts.push(...blocksOf(paragraph))
  }
  return `${parts.join('\n\n')}\n`
}

function blocksOf({ text, blocks }: Paragraph): string[] {
  return blocks.map((block) => blockMarkdown(text.slice(block.start, block.end), block))
}

function blockMarkdown(text: string, { kind, language }: Block): string {
  switch (kind) {
    case 'list':
      return listMarkdown(text.split('\n'))
    case 'table': {
      const [header = '', ...rows] = text.split('\n')
      return tableMarkdown(header, rows)
    }
    case 'code':
      return codeFence(text, language)
    case 'quote':
      return text.replace(/^.*$/gm, (line) => `> ${escapeProse(line)}`)
    default:
      return escapeProse(text)
  }
}
