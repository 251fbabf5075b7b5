import type { Element, Root as HtmlRoot, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Root } from 'mdast'
import { subscript, superscript } from '../blocks/raised-text.ts'
import type { Document } from '../document.ts'
import { removeBesideTheText } from './beside-the-text.ts'
import { rewriteCallOutTables } from './call-out-tables.ts'
import { normaliseCode } from './code.ts'
import { rewriteDefinitions } from './definitions.ts'
import { holds, isElement, rawText, replaceElements, text } from './elements.ts'
import { labelTabs, markLabels } from './labels.ts'
import { mainPart } from './main-part.ts'
import { writeMaths } from './maths.ts'
import { headMetadata, pageTitle } from './page-head.ts'
import { splitParagraphs } from './paragraphs.ts'
import { rewriteTables } from './tables.ts'
import { expandEmptyElements } from './xhtml.ts'

/**
 * Reads a page's text: what a reader sees of its article, or of its main part where none is marked, or of all of it,
 * without navigation, controls and hidden parts.
 */
export function htmlPage(html: string): Document {
  const tree = fromHtml(expandEmptyElements(html))
  const head = headMetadata(tree)
  prepare(tree, { isPage: true })
  const title = pageTitle(tree, head)
  const part = mainPart(tree)
  const { title: _, ...others } = head
  return { root: markdownTree(part), metadata: title === undefined ? others : { ...others, title } }
}

/** Reads a piece of HTML that stands inside another text. */
export function htmlFragment(html: string): Root {
  const tree = fromHtml(html, { fragment: true })
  prepare(tree, { isPage: false })
  return markdownTree(tree)
}

function prepare(tree: HtmlRoot, options: { readonly isPage: boolean }): void {
  writeMaths(tree)
  labelTabs(tree)
  removeBesideTheText(tree, options)
}

function markdownTree(part: Nodes): Root {
  const tree: HtmlRoot = part.type === 'root' ? part : { type: 'root', children: [part as Element] }
  normaliseCode(tree)
  markLabels(tree)
  rewriteCallOutTables(tree)
  rewriteTables(tree)
  rewriteDefinitions(tree)
  splitParagraphs(tree)
  writeRaised(tree)
  const result = toMdast(tree, {
    document: true,
    newlines: true,
    handlers: { picture: (state, node) => state.all(node) },
  })
  return result.type === 'root' ? result : { type: 'root', children: [] }
}

/** What stands above and below the line as text. A raised link to another place of the page is a note's number. */
function writeRaised(tree: HtmlRoot): void {
  replaceElements(tree, (node, parent, index) => {
    if (isElement(node, 'rt', 'rp')) return []
    if (isElement(node, 'sub')) return [text(subscript(rawText(node)))]
    if (!isElement(node, 'sup')) return undefined
    if (holds(node, 'a') && /^\[?[\w*†‡]{1,4}\]?$/.test(rawText(node).trim())) return []
    const before = parent.children[index - 1]
    return [text(superscript(rawText(node), before ? rawText(before as Nodes) : ''))]
  })
}
