import { CorpusError } from '../../../errors.ts'
import type { Document, Metadata, SourceFile } from '../../document.ts'
import { readPageLines } from './page-lines.ts'
import { pageTree } from './page-tree.ts'
import { withoutRunningTitles } from './running-titles.ts'

/** What programs write for a title when nobody has given one. */
const NO_TITLE = /^(?:untitled|microsoft word - |.*\.(?:docx?|pdf|tex|indd|pptx?)$)/i

/**
 * Reads the text of a PDF: its lines put together to paragraphs, without running titles and numbers of pages. Tables are
 * read line by line.
 *
 * @throws CorpusError naming a file that is damaged, locked, or holds pictures of text alone
 */
export async function parsePdf({ path, bytes }: SourceFile): Promise<Document> {
  // Some 2 MB of code that only a PDF needs.
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((cause: Error) => {
    const reason = cause.name === 'PasswordException' ? 'is locked with a password' : 'is damaged, or no PDF'
    throw new CorpusError('corpus', `${path} ${reason}; save it again, or leave it out of the corpus.`, {
      fields: { source: path },
      cause,
    })
  })
  try {
    const lines = await readPageLines(pdf)
    if (lines.length === 0) {
      const message = `${path} has no text in it, perhaps pictures of text; have a program recognise it first.`
      throw new CorpusError('corpus', message, { fields: { source: path } })
    }
    const root = pageTree(withoutRunningTitles(lines))
    const hasTitle = root.children.some((node) => node.type === 'heading' && node.depth === 1)
    const { info } = await pdf.getMetadata()
    return { metadata: metadataOf(info as Record<string, unknown>, hasTitle), root }
  } finally {
    await pdf.destroy()
  }
}

function metadataOf({ Title, Author }: Record<string, unknown>, hasTitle: boolean): Metadata {
  const title = textOf(Title)
  const author = textOf(Author)
  return {
    ...(title === '' || hasTitle || NO_TITLE.test(title) ? {} : { title }),
    ...(author === '' ? {} : { author }),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
