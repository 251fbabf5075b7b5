/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Block, BlockKind, Span } from '../../../domain.ts'
import { type ListItem, listItems } from './list-items.ts'
import type { RenderRange } from './marked-text.tsx'

/** Sets a block of a paragraph as what it was in its source. */
export function blockView(text: string, block: Block, render: RenderRange): Child {
  return VIEWS[block.kind](text, block, render)
}

const VIEWS: Record<BlockKind, (text: string, block: Block, render: RenderRange) => Child> = {
  prose: (_text, block, render) => <p>{render(block)}</p>,
  quote: (_text, block, render) => (
    <blockquote>
      <p>{render(block)}</p>
    </blockquote>
  ),
  code: (_text, block, render) => (
    <pre tabindex={0} data-language={block.language ?? ''}>
      <code>{render(block)}</code>
    </pre>
  ),
  list: (text, block, render) => list(listItems(text, lines(text, block)), render),
  table: (text, block, render) => {
    const [head, ...rows] = lines(text, block).map((line) => cells(text, line))
    return (
      <div class="wide" tabindex={0}>
        <table>
          <thead>
            <tr>
              {(head ?? []).map((cell) => (
                <th scope="col">{render(cell)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {row.map((cell) => (
                  <td>{render(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  },
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
