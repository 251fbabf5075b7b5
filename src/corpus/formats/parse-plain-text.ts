import type { Document, SourceText } from '../document.ts'
import { plainTextTree } from './plain-text-tree.ts'

/** Reads a text without markup. Nothing in it is a heading; its title is the file's name. */
export function parsePlainText({ text }: SourceText): Document {
  return { metadata: {}, root: plainTextTree(text) }
}
