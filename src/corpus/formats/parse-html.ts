import type { Document, SourceText } from '../document.ts'
import { htmlPage } from '../html/html-page.ts'

/** Reads the text of a page: what a reader sees of its article. */
export function parseHtml({ text }: SourceText): Document {
  return htmlPage(text)
}
