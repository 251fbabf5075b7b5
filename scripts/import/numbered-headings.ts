/** `1、開始于…`, `2. Setup`, `三、結論` */
const NUMBERED = /^(?:(?<arabic>\d{1,2})|(?<han>[一二三四五六七八九十]{1,3}))[、.．]\s*\S/u
const HAN_NUMBERS = '一二三四五六七八九十'
const LONGEST_HEADING = 80

/**
 * Finds the headings of a text that has no markup: short lines that count 1, 2, 3 …, at least two of them, each with
 * text below it. Lines that count without text between them are a list.
 *
 * @param texts the blocks in order
 * @returns indices of the headings
 */
export function numberedHeadings(texts: readonly string[]): number[] {
  const headings: number[] = []
  for (const [index, text] of texts.entries()) {
    if (numberOf(text) !== headings.length + 1) continue
    if (numberOf(texts[index + 1] ?? '') === headings.length + 2 || index === texts.length - 1) return []
    headings.push(index)
  }
  return headings.length > 1 ? headings : []
}

function numberOf(text: string): number | undefined {
  if (text.length > LONGEST_HEADING || text.includes('\n') || /[。.;；,，]$/.test(text)) return undefined
  const groups = NUMBERED.exec(text)?.groups
  if (groups?.arabic) return Number(groups.arabic)
  const han = groups?.han
  if (han === undefined) return undefined
  const units = HAN_NUMBERS.indexOf(han.at(-1) ?? '') + 1
  return han.length === 1 ? units : han.startsWith('十') ? 10 + units : undefined
}
