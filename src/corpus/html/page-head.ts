import type { Element, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { visibleText } from '../blocks/visible-text.ts'
import type { Metadata } from '../document.ts'
import { replaceElements } from './elements.ts'

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

/** Stands in the title of a head between that of the page and the name of the site. */
const BETWEEN_TITLES = /\s*(?:[-–—|·:»«/]|\s\s)\s*/

/**
 * The title of a page: the first heading that the title of the head begins with, before the name of the site; else the
 * heading that is alone of its level. A heading that only repeats the name of the site is taken out: all pages have it.
 *
 * @param tree the page without what stands beside its text; changed
 */
export function pageTitle(tree: Root, { title = '' }: Metadata): string | undefined {
  const headings: { readonly level: string; readonly words: string; readonly node: Element }[] = []
  visit(tree, 'element', (node) => {
    if (/^h[123]$/.test(node.tagName))
      headings.push({ level: node.tagName, words: lineOf(toText(node)), node })
  })
  const top = headings.filter(({ level }) => level === 'h1')
  const own = headings.find(({ words }) => isBefore(words, title))?.words
  const sites = own === undefined ? [] : top.filter(({ words }) => isBehind(words, title))
  replaceElements(tree, (node) => (sites.some((site) => site.node === node) ? [] : undefined))
  if (own !== undefined && (top.length !== 1 || sites.length > 0)) return own
  return top.length > 1 ? undefined : top[0]?.words || title || undefined
}

/** Whether the title of a head begins with these words, and something else follows. */
function isBefore(words: string, title: string): boolean {
  const rest = words !== '' && title.startsWith(words) ? title.slice(words.length) : ''
  return BETWEEN_TITLES.exec(rest)?.index === 0
}

/** Whether the title of a head ends with these words, and something else precedes. */
function isBehind(words: string, title: string): boolean {
  const rest = words !== '' && title.endsWith(words) ? title.slice(0, -words.length) : ''
  return new RegExp(`${BETWEEN_TITLES.source}$`).test(rest)
}

function lineOf(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim()
}
