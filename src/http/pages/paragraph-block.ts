import { html } from 'hono/html'
import { anchorOf, articlePath, type Mark } from '../../answer/citation-url.ts'
import type { BlockKind, Paragraph, Span } from '../../domain.ts'
import { type Markup, markedText, spansToMark } from './marked-text.ts'
import type { PageWords } from './page-words.ts'

/** Sets a paragraph as the blocks it was in its source, with its anchor, its number and its marked words. */
export function paragraphBlock(paragraph: Paragraph, marks: readonly Mark[], words: PageWords): Markup {
  const { text, blocks, kind, position } = paragraph
  const anchor = anchorOf(paragraph.id)
  const spans = spansToMark(text, anchor, marks)
  const render = markedText(text, spans, anchor)
  const inside = blocks.map((block) => blockOf[block.kind](text, block, render))
  const label = words.paragraph(position)
  const id = spans.length === 0 ? html` id="${anchor}"` : ''
  return html`<div class="paragraph ${kind}"${id}>
${inside}<a class="number" href="${articlePath(paragraph.article)}#${anchor}" aria-label="${label}" title="${label}">${position}</a>
</div>`
}

type Render = (range: Span) => Markup

const blockOf: Record<BlockKind, (text: string, block: Span, render: Render) => Markup> = {
  prose: (_, block, render) => html`<p>${render(block)}</p>`,
  quote: (_, block, render) => html`<blockquote><p>${render(block)}</p></blockquote>`,
  code: (_, block, render) => html`<pre tabindex="0"><code>${render(block)}</code></pre>`,
  list: (text, block, render) =>
    html`<ul>${lines(text, block).map((line) => html`<li>${render(line)}</li>`)}</ul>`,
  table: (text, block, render) =>
    html`<div class="wide" tabindex="0"><table>${lines(text, block).map(
      (line, row) => html`<tr>${cells(text, line).map((cell) => tableCell(render(cell), row))}</tr>`,
    )}</table></div>`,
}

/** The first row of a table names its columns, as in Markdown. */
function tableCell(content: Markup, row: number): Markup {
  return row === 0 ? html`<th scope="col">${content}</th>` : html`<td>${content}</td>`
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
