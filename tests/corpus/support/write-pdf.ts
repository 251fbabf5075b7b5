/** A line of text on a page, in points from the left and from the bottom. */
export interface SetLine {
  readonly text: string
  readonly left?: number
  readonly bottom: number
  readonly size?: number
  /** Set in letters of one width. */
  readonly isCode?: boolean
}

/** A PDF of pages 400 points wide and 600 high (ISO 32000-1, 7.5), in the fonts that every reader has. */
export function writePdf(
  pages: readonly (readonly SetLine[])[],
  info: Readonly<Record<string, string>> = {},
): Uint8Array {
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Courier'),
    ...pages.flatMap((lines, at) => {
      const content = lines.map(operators).join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>`
  return Uint8Array.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`,
    (character) => character.charCodeAt(0),
  )
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
}

function operators({ text, left = 50, bottom, size = 12, isCode = false }: SetLine): string {
  const escaped = text.replace(/[()\\]/g, '\\$&')
  return `BT /F${isCode ? 2 : 1} ${size} Tf ${left} ${bottom} Td (${escaped}) Tj ET`
}
