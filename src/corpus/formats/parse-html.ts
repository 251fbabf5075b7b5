import { partsOf } from '../blocks/document-parts.ts'
import type { Document, SourceText } from '../document.ts'
import { htmlPage } from '../html/html-page.ts'

/** Reads the text of a page: what a reader sees of its article. */
export function parseHtml({ text }: SourceText): Document {
  const { root, metadata } = htmlPage(text)
  return { metadata, parts: partsOf(root) }
}
