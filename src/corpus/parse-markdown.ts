import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Document, SourceText } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { blocksOf } from './mdast-blocks.ts'

/**
 * Reads CommonMark with GitHub's extensions, and optional front matter.
 *
 * @throws CorpusError when the front matter cannot be used
 */
export function parseMarkdown({ path, text }: SourceText): Document {
  const { metadata, body } = readFrontMatter(path, text)
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return { metadata, blocks: blocksOf(root) }
}
