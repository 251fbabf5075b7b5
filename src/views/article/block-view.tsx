/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Block, BlockKind } from '../../domain/block.ts'
import type { Span } from '../../domain/span.ts'
import { type ListItem, listItems } from './list-items.ts'
import type { RenderRange } from './marked-text.tsx'
import { Table } from './table.tsx'

/**
 * Sets a block of a paragraph as what it was in its source.
 *
 * @param part what is shown of it; of a table and a list whole lines, below the table's header
 */
export function blockView(text: string, block: Block, render: RenderRange, part: Span = block): Child {
  return VIEWS[block.kind](text, block, render, part)
}

type View = (text: string, block: Block, render: RenderRange, part: Span) => Child

const VIEWS: Record<BlockKind, View> = {
  prose: (_text, _block, render, part) => <p>{render(part)}</p>,
  quote: (_text, _block, render, part) => (
    <blockquote>
      <p>{render(part)}</p>
    </blockquote>
  ),
  code: (_text, block, render, part) => (
    <pre tabindex={0} data-language={block.language ?? ''}>
      <code>{render(part)}</code>
    </pre>
  ),
  list: (text, block, render, part) => list(listItems(text, linesIn(text, block, part)), render),
  table: (text, block, render, part) => {
    const shown = linesIn(text, block, part)
    const [header] = lines(text, block)
    const rows = header === undefined || shown[0]?.start === header.start ? shown : [header, ...shown]
    const [head = [], ...others] = rows.map((line) => cells(text, line).map(render))
    return <Table head={head} rows={others} columns={block.columns} />
  },
}

/** The lines of a block that a part of it stands in. */
function linesIn(text: string, block: Span, part: Span): Span[] {
  return lines(text, block).filter((line) => line.start < part.end && part.start < line.end)
}

function list(items: readonly ListItem[], render: RenderRange): Child {
  const first = items[0]?.number
  const children = items.map((item) => (
    <li class={item.checked === undefined ? undefined : 'task'}>
      {item.checked === undefined ? '' : <Box checked={item.checked} />}
      {render(item.words)}
      {item.items.length === 0 ? '' : list(item.items, render)}
    </li>
  ))
  return first === undefined ? <ul>{children}</ul> : <ol start={first}>{children}</ol>
}

/** A box that is no control: an article is read, not ticked off. */
function Box({ checked }: { readonly checked: boolean }) {
  return (
    <span class="box" role="img" aria-label={checked ? '✓' : '–'}>
      {checked ? '☑ ' : '☐ '}
    </span>
  )
}

function lines(text: string, block: Span): Span[] {
  return pieces(text, block, /\n/g)
}

function cells(text: string, line: Span): Span[] {
  return pieces(text, line, /\t/g)
}

/** Splits a range of a text at every separator; the offsets stay those of the text. */
function pieces(text: string, { start, end }: Span, separator: RegExp): Span[] {
  const spans: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separator)) {
    spans.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  return [...spans, { start: from, end }]
}
