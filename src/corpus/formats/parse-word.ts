import { CorpusError } from '../../errors.ts'
import type { Document, SourceFile } from '../document.ts'
import { htmlFragment } from '../html/html-page.ts'

/**
 * Reads the text of a Word document: headings and lists by their styles, tables, notes; comments and deleted words are
 * left out.
 *
 * @throws CorpusError naming a file that is damaged, or no such document
 */
export async function parseWord({ path, bytes }: SourceFile): Promise<Document> {
  // Its packages are loaded where there is such a document.
  const { default: mammoth } = await import('mammoth')
  const noPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth
    // It reads any bytes; its types name Node's alone.
    .convertToHtml({ buffer: bytes as Buffer }, { convertImage: noPictures })
    .catch((cause) => {
      const message = `${path} is damaged, or no Word document; save it again, or leave it out of the corpus.`
      throw new CorpusError('corpus', message, { fields: { source: path }, cause })
    })
  return { metadata: {}, root: htmlFragment(value) }
}
