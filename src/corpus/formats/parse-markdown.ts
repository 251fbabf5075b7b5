import type { PhrasingContent, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { expandHtml } from '../blocks/expand-html.ts'
import type { Document, SourceText } from '../document.ts'
import { htmlFragment } from '../html/html-page.ts'
import { unwrapCallOuts } from '../markdown/call-outs.ts'
import { writeMaths } from '../markdown/maths.ts'
import { toPlainMarkdown } from '../markdown/plain-markdown.ts'

const EXTENSIONS = [gfm(), math(), cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()]
const NO_INDENTED_CODE: ReturnType<typeof math> = { disable: { null: ['codeIndented'] } }
const FROM_MARKDOWN = [gfmFromMarkdown(), mathFromMarkdown()]

/**
 * Reads CommonMark with GitHub's extensions and formulas, raw HTML, and what sites add to Markdown (call-outs,
 * components, templates …).
 */
export function parseMarkdown({ path, text }: SourceText): Document {
  return { metadata: {}, root: markdownTree(text, path) }
}

function markdownTree(body: string, path: string): Root {
  const { text, hasIndentedCode } = toPlainMarkdown(body, path)
  const extensions = hasIndentedCode ? EXTENSIONS : [...EXTENSIONS, NO_INDENTED_CODE]
  const parse = (markdown: string) => fromMarkdown(markdown, { extensions, mdastExtensions: FROM_MARKDOWN })
  const root = parse(text)
  writeMaths(root, text, (markdown) => inlineOf(parse(markdown)) ?? [{ type: 'text', value: markdown }])
  unwrapCallOuts(root)
  expandHtml(root, htmlFragment)
  return root
}

/** The words of a text that is one paragraph. */
function inlineOf({ children: [only, ...others] }: Root): PhrasingContent[] | undefined {
  return only?.type === 'paragraph' && others.length === 0 ? only.children : undefined
}
