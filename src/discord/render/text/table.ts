/** Characters that take two columns in a monospaced font: Han, kana, Hangul, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** A wider table is broken by the screens that most people read Discord on. */
const WIDEST = 60

/** Columns that a text takes in a monospaced font. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (WIDE.test(character)) width += 2
    else if (!ZERO_WIDTH.test(character)) width += 1
  }
  return width
}

/** Rows of a table as Footnote's texts have them: a line a row, a tab between cells. */
export function rowsOf(text: string): string[][] {
  return text.split('\n').map((row) => row.split('\t').map((cell) => cell.trim()))
}

/**
 * Lines in which each column begins where its heading does, a rule below the headings; `undefined` for a table that is
 * too wide for that.
 */
export function alignedTable(rows: readonly (readonly string[])[]): string[] | undefined {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  )
  const total = widths.reduce((sum, width) => sum + width + 2, -2)
  if (total > WIDEST) return undefined
  const lines = rows.map((row) =>
    widths
      .map((width, column) => padded(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [lines[0] ?? '', rule, ...lines.slice(1)]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
