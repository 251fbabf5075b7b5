import type { Root } from 'mdast'

/**
 * The syntax tree of a plain text: paragraphs alone. Empty lines stand between them; in a text without any, each line
 * is a paragraph.
 */
export function plainTextTree(text: string): Root {
  const trimmed = text.replace(/\r\n?/g, '\n').trim()
  const separator = /\n\s*\n/.test(trimmed) ? /\n\s*\n/ : /\n/
  const paragraphs = trimmed.split(separator).map((block) => block.trim())
  return {
    type: 'root',
    children: paragraphs
      .filter((block) => block !== '')
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  }
}
