import { decodeText } from '../decode-text.ts'
import type { Document, Note, SourceFile, SourceText } from '../document.ts'
import { readFrontMatter } from '../front-matter.ts'

/** A format that articles are written in. */
export interface Format {
  /** What people call it. */
  readonly name: string
  /** Ends the names of its files. */
  readonly extension: RegExp
  /**
   * Reads a file.
   *
   * @returns nothing for a draft
   * @throws CorpusError naming the file and what in it cannot be used
   */
  readonly read: (file: SourceFile, note: Note) => Document | undefined | Promise<Document | undefined>
}

/** A format whose files are text, in any encoding that is known, with optional front matter. */
export interface TextFormat extends Format {
  readonly readText: (source: SourceText, note: Note) => Document | undefined
}

/** @param parse reads the text behind the front matter, whose fields count for more than what the text says */
export function textFormat(
  name: string,
  extension: RegExp,
  parse: (source: SourceText) => Document,
): TextFormat {
  const readText = ({ path, text }: SourceText, note: Note): Document | undefined => {
    const written = text.replace(/\r\n?/g, '\n')
    const { metadata, draft, body } = readFrontMatter(path, written, note)
    if (draft) return undefined
    const document = parse({ path, text: body })
    return { ...document, metadata: { ...document.metadata, ...metadata } }
  }
  const read = ({ path, bytes }: SourceFile, note: Note) =>
    readText({ path, text: decodeText(path, bytes, note) }, note)
  return { name, extension, read, readText }
}
