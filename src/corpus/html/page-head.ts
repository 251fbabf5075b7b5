import type { Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { visibleText } from '../blocks/visible-text.ts'
import type { Metadata } from '../document.ts'

/** What the head of a page says about it. */
export function headMetadata(tree: Root): Metadata {
  const found: Record<string, string> = {}
  const note = (field: keyof Metadata, value: unknown) => {
    const text = lineOf(String(value ?? ''))
    if (text !== '') found[field] ??= text
  }
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node
    if (tagName === 'html') note('language', String(properties.lang ?? '').replaceAll('_', '-'))
    if (tagName === 'title') note('title', toText(node))
    if (tagName === 'meta' && properties.name === 'author') note('author', properties.content)
    const isCanonical = tagName === 'link' && String(properties.rel) === 'canonical'
    if (isCanonical && /^https?:/i.test(String(properties.href))) note('url', properties.href)
  })
  return found
}

/**
 * The title of a page: the heading that is alone of its level, as the title of the head often carries the site's name.
 *
 * @param tree the page without what stands beside its text
 */
export function pageTitle(tree: Root, { title }: Metadata): string | undefined {
  const headings: string[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'h1') headings.push(lineOf(toText(node)))
  })
  return headings.length > 1 ? undefined : headings[0] || title
}

function lineOf(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim()
}
