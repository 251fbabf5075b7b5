import { type Format, textFormat } from './format.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { parsePlainText } from './parse-plain-text.ts'
import { parseWord } from './parse-word.ts'
import { parsePdf } from './pdf/parse-pdf.ts'

export const MARKDOWN = textFormat('Markdown', /\.(?:md|mdx|markdown|mdown|mkd)$/i, parseMarkdown)
export const HTML = textFormat('HTML', /\.x?html?$/i, parseHtml)
export const PLAIN_TEXT = textFormat('plain text', /\.(?:txt|text)$/i, parsePlainText)

const WORD: Format = { name: 'Word', extension: /\.(?:docx|docm)$/i, read: parseWord }
const PDF: Format = { name: 'PDF', extension: /\.pdf$/i, read: parsePdf }

/** The formats that are read. A further one is a line here, one in corpus/README.md, and a file beside this one. */
export const FORMATS: readonly Format[] = [MARKDOWN, HTML, PLAIN_TEXT, WORD, PDF]

/** Formats of documents that are not read, by the ends of their names. */
const UNREAD: readonly (readonly [RegExp, string])[] = [
  [/\.(?:rst|rest)$/i, 'reStructuredText'],
  [/\.(?:adoc|asciidoc|asc)$/i, 'AsciiDoc'],
  [/\.org$/i, 'Org'],
  [/\.ipynb$/i, 'a notebook'],
  [/\.(?:tex|latex)$/i, 'LaTeX'],
  [/\.textile$/i, 'Textile'],
  [/\.(?:wiki|mediawiki)$/i, 'wiki text'],
  [/\.rtf$/i, 'RTF'],
  [/\.(?:doc|dot)$/i, 'an old Word document'],
  [/\.odt$/i, 'an OpenDocument text'],
  [/\.pages$/i, 'a Pages document'],
  [/\.epub$/i, 'an e-book'],
  [/\.(?:pptx?|odp|key)$/i, 'a presentation'],
  [/\.(?:xlsx?|ods|numbers)$/i, 'a spreadsheet'],
  [/\.(?:mhtml?|mht|webarchive)$/i, 'a web archive'],
]

/** The format of a file of this name; nothing where it is none that is read. */
export function formatOf(name: string): Format | undefined {
  return FORMATS.find(({ extension }) => extension.test(name))
}

/** What a file of this name is that holds a document and is not read; nothing for any other. */
export function unreadFormatOf(name: string): string | undefined {
  return UNREAD.find(([extension]) => extension.test(name))?.[1]
}
