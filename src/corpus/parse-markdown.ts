import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { partsOf } from './blocks/document-parts.ts'
import { expandHtml } from './blocks/expand-html.ts'
import type { Document, SourceText } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { htmlFragment } from './html-tree.ts'

const GFM = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

/**
 * Reads CommonMark with GitHub's extensions, raw HTML and optional front matter.
 *
 * @throws CorpusError when the front matter cannot be used
 */
export function parseMarkdown({ path, text }: SourceText): Document {
  const { metadata, body } = readFrontMatter(path, text)
  const root = fromMarkdown(body, GFM)
  expandHtml(root, htmlFragment)
  return { metadata, parts: partsOf(root) }
}
