import type { Element, Root as HtmlRoot, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import { toText } from 'hast-util-to-text'
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Metadata } from './document.ts'

const PROGRAMS = ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'canvas']
const NAVIGATION = ['head', 'nav', 'aside', 'footer', 'menu', 'dialog']
const CONTROLS = ['form', 'button', 'input', 'select', 'textarea', 'audio', 'video']

/** Elements that hold no words of the text. */
const BESIDE_THE_TEXT = new Set([...PROGRAMS, ...NAVIGATION, ...CONTROLS])
const ROLES_BESIDE_THE_TEXT = ['navigation', 'search', 'complementary', 'contentinfo', 'dialog', 'menu']

/** A page, read. */
export interface HtmlPage {
  readonly root: Root
  /** What the head of the page says about it. */
  readonly metadata: Metadata
}

/**
 * Reads a page's text: what a reader sees of its `article` or `main` element, or of its whole body where it has
 * neither, without navigation, controls and hidden parts.
 */
export function htmlPage(html: string): HtmlPage {
  const tree = fromHtml(html)
  const metadata = headOf(tree)
  removeBesideTheText(tree)
  return { root: markdownTree(mainPart(tree)), metadata }
}

/** Reads a piece of HTML that stands inside another text. */
export function htmlFragment(html: string): Root {
  const tree = fromHtml(html, { fragment: true })
  removeBesideTheText(tree)
  return markdownTree(tree)
}

function markdownTree(tree: Nodes): Root {
  const result = toMdast(tree, { document: true, newlines: true })
  return result.type === 'root' ? result : { type: 'root', children: [] }
}

function removeBesideTheText(tree: HtmlRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined || !isBesideTheText(node)) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

function isBesideTheText({ tagName, properties }: Element): boolean {
  return (
    BESIDE_THE_TEXT.has(tagName) ||
    ROLES_BESIDE_THE_TEXT.includes(String(properties.role)) ||
    // `hidden="until-found"` is shown when it is searched for.
    properties.hidden === true ||
    properties.ariaHidden === 'true' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(String(properties.style ?? ''))
  )
}

/** The element that holds the article; of several, the one with the most text. */
function mainPart(tree: HtmlRoot): Nodes {
  for (const name of ['article', 'main']) {
    const candidates: Element[] = []
    visit(tree, 'element', (node) => {
      if (node.tagName !== name) return undefined
      candidates.push(node)
      return SKIP
    })
    const byLength = candidates
      .map((element) => ({ element, length: toText(element).trim().length }))
      .sort((a, b) => b.length - a.length)
    const [longest] = byLength
    if (longest && longest.length > 0) return { type: 'root', children: [longest.element] }
  }
  return tree
}

function headOf(tree: HtmlRoot): Metadata {
  const found: Record<string, string> = {}
  const headings: string[] = []
  const note = (field: keyof Metadata, value: unknown) => {
    const text = String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    if (text !== '') found[field] ??= text
  }
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node
    if (tagName === 'html') note('language', properties.lang)
    if (tagName === 'title') note('title', toText(node))
    if (tagName === 'meta' && properties.name === 'author') note('author', properties.content)
    if (
      tagName === 'link' &&
      String(properties.rel) === 'canonical' &&
      /^https?:/i.test(String(properties.href))
    ) {
      note('url', properties.href)
    }
    if (tagName === 'h1') headings.push(toText(node))
  })
  const { title, ...others } = found
  // The title of a page often carries the site's name; a heading that is alone of its level is the article's own.
  const own = headings.length > 1 ? undefined : (headings[0] ?? title)
  return own === undefined ? others : { ...others, title: own }
}
