import { partsOf } from './blocks/document-parts.ts'
import type { Document, SourceText } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { plainTextTree } from './plain-text-tree.ts'

/**
 * Reads a text without markup, and optional front matter. Nothing in it is a heading; its title is the file's name.
 *
 * @throws CorpusError when the front matter cannot be used
 */
export function parsePlainText({ path, text }: SourceText): Document {
  const { metadata, body } = readFrontMatter(path, text)
  return { metadata, parts: partsOf(plainTextTree(body)) }
}
