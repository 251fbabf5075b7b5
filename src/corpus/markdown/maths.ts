import type { Parents, PhrasingContent, Root } from 'mdast'
import type { InlineMath, Math as MathBlock } from 'mdast-util-math'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Writes formulas as their author has: those in a line with their dollars, a block of them as code in the language
 * `math`, as GitHub writes it too. Dollars with white space inside or a digit behind them are prices.
 *
 * @param root is changed
 * @param source the Markdown that it was made of
 * @param parseInline reads words between dollars that are no formula
 */
export function writeMaths(
  root: Root,
  source: string,
  parseInline: (markdown: string) => PhrasingContent[],
): void {
  visit(root, (node, index, parent) => {
    const type: string = node.type
    if (index === undefined || parent === undefined || (type !== 'math' && type !== 'inlineMath'))
      return undefined
    const siblings = (parent as Parents).children as unknown[]
    if (type === 'math') {
      siblings[index] = { type: 'code', lang: 'math', value: (node as unknown as MathBlock).value }
      return SKIP
    }
    const { value, position } = node as unknown as InlineMath
    const start = position?.start.offset ?? 0
    const end = position?.end.offset ?? 0
    const written = value.includes('\n') ? `$${value}$` : source.slice(start, end)
    const isMaths = !/^\s|\s$/.test(value) && !/\d/.test(source.charAt(end))
    const words = isMaths
      ? [{ type: 'text', value: written, data: { isMaths: true } }]
      : pricesIn(written, parseInline)
    siblings.splice(index, 1, ...words)
    return [SKIP, index + words.length]
  })
}

function pricesIn(written: string, parseInline: (markdown: string) => PhrasingContent[]): PhrasingContent[] {
  const [, opening = '', words = '', closing = ''] = /^(\$+)([\s\S]*?)(\$+)$/.exec(written) ?? []
  const [, before = '', inside = '', behind = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  return [
    { type: 'text', value: opening + before },
    ...parseInline(inside),
    { type: 'text', value: behind + closing },
  ]
}
