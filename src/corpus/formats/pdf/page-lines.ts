import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { superscript } from '../../blocks/raised-text.ts'

/** A line of a page. Lengths are in points, from the left and from the bottom. */
export interface PageLine {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Height of its letters. */
  readonly size: number
  /** How high on its page it stands, 0–1. */
  readonly height: number
  /** Whether all its letters are as wide as one another, as those of code are. */
  readonly isCode: boolean
}

/** A piece of text as it is set. */
interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly size: number
  readonly isCode: boolean
}

/** Forms of characters that only fonts know: ligatures, and radicals that stand for Han characters. */
const FONT_FORMS = /[\ufb00-\ufb06\u2e80-\u2fdf\uf900-\ufaff]/g
/** Radicals that no normalisation form changes, see EquivalentUnifiedIdeograph.txt of Unicode. */
const RADICALS = new Map(
  Array.from(
    '⺟母⺠民⺩王⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺼月⺽臼⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', character = '']) => [radical, character],
  ),
)

/** Stands in a line where its words are set so far apart that they are cells of a table. */
export const CELL_GAP = '\t'

/** The lines of all pages, in the order in which they are written. */
export async function readPageLines(pdf: PDFDocumentProxy): Promise<PageLine[]> {
  const lines: PageLine[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const proxy = await pdf.getPage(page)
    const { items, styles } = await proxy.getTextContent()
    const [, , , top = 1] = proxy.view
    const pieces = items.flatMap((item) =>
      'str' in item ? pieceOf(item, styles[item.fontName]?.fontFamily === 'monospace') : [],
    )
    lines.push(...linesOf(pieces).map((line) => ({ ...line, page, height: line.bottom / top })))
    proxy.cleanup()
  }
  return lines
}

function pieceOf(item: { str: string; transform: number[]; width: number }, isCode: boolean): Piece[] {
  const [, rise = 0, , size = 0, left = 0, bottom = 0] = item.transform
  // What stands upright across the page is a mark of its own.
  if (item.str === '' || Math.abs(rise) > 0.1) return []
  const text = item.str.replace(FONT_FORMS, (form) => RADICALS.get(form) ?? form.normalize('NFKC'))
  return [{ text, left, right: left + item.width, bottom, size: Math.abs(size), isCode }]
}

function linesOf(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const isSame =
      line !== undefined &&
      Math.abs(piece.bottom - line.bottom) < line.size * 0.6 &&
      piece.left > line.right - line.size * 0.5
    if (!isSame) {
      if (piece.text.trim() !== '') lines.push(piece)
      continue
    }
    const isRaised = piece.size < line.size * 0.8 && piece.bottom > line.bottom + line.size * 0.15
    const words = isRaised ? superscript(piece.text, line.text) : piece.text
    // White space alone does not move the end of a line, or no gap would be seen behind it.
    const right = piece.text.trim() === '' && !line.isCode ? line.right : piece.right
    lines[lines.length - 1] = {
      ...line,
      text: line.text + gapBetween(line, piece) + words,
      right,
      size: Math.max(line.size, piece.size),
      isCode: line.isCode && (piece.isCode || piece.text.trim() === ''),
    }
  }
  return lines.map((line) => ({ ...line, text: line.isCode ? line.text.trimEnd() : spaced(line.text) }))
}

function spaced(text: string): string {
  return text
    .replace(/ *\t[ \t]*/g, CELL_GAP)
    .replace(/ +/g, ' ')
    .trim()
}

/** How wide a letter of code is, in its height. */
export const CODE_WIDTH = 0.6

function gapBetween(line: Piece, { left, text, isCode }: Piece): string {
  const gap = (left - line.right) / line.size
  if (line.isCode && isCode) return ' '.repeat(Math.max(0, Math.round(gap / CODE_WIDTH)))
  // A space that is itself set as wide as a column says the same.
  if (gap > 1.2 && text.trim() !== '') return CELL_GAP
  return gap > 0.2 && !/\s$/.test(line.text) ? ' ' : ''
}
