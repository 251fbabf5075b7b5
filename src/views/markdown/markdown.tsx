/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Table } from '../article/table.tsx'
import { parseBlocks } from './blocks.ts'
import type { Inline, ListItem, MarkdownBlock } from './tree.ts'

export interface MarkdownProps {
  readonly blocks: readonly MarkdownBlock[]
  /** What a citation marker becomes; undefined for one that names no source, which stays text. */
  readonly marker: (marker: number) => Child | undefined
}

type RenderMarker = MarkdownProps['marker']

/** Sets a parsed answer. Whatever the text holds, only the elements below come of it. */
export function Markdown({ blocks, marker }: MarkdownProps) {
  return <>{blocks.map((block) => blockOf(block, marker))}</>
}

/** Parses and sets the text of an answer. */
export function MarkdownText({ text, marker }: { readonly text: string; readonly marker: RenderMarker }) {
  return <Markdown blocks={parseBlocks(text)} marker={marker} />
}

function blockOf(block: MarkdownBlock, marker: RenderMarker): Child {
  switch (block.type) {
    case 'paragraph':
      return <p>{inline(block.children, marker)}</p>
    case 'heading':
      // An answer is a part of a page: its headings rank below the page's own.
      return block.level <= 2 ? (
        <h3>{inline(block.children, marker)}</h3>
      ) : (
        <h4>{inline(block.children, marker)}</h4>
      )
    case 'code':
      return (
        <pre tabindex={0} data-language={block.language}>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote>
          <Markdown blocks={block.blocks} marker={marker} />
        </blockquote>
      )
    case 'list':
      return list(block.start, block.items, marker)
    case 'table':
      return table(block, marker)
    case 'rule':
      return <hr />
  }
}

function list(start: number | undefined, items: readonly ListItem[], marker: RenderMarker): Child {
  const children = items.map((item) => listItem(item, marker))
  return start === undefined ? <ul>{children}</ul> : <ol start={start}>{children}</ol>
}

function listItem({ checked, blocks }: ListItem, marker: RenderMarker): Child {
  const children = blocks.map((block, index) =>
    // A tight list: what its items say stands beside their marks.
    block.type === 'paragraph' && index === 0 ? inline(block.children, marker) : blockOf(block, marker),
  )
  if (checked === undefined) return <li>{children}</li>
  return (
    <li class="task">
      <span role="img" aria-label={checked ? '✓' : '☐'}>
        {checked ? '☑' : '☐'}
      </span>{' '}
      {children}
    </li>
  )
}

type Cells = readonly (readonly Inline[])[]

function table(
  { header, rows, columns }: Extract<MarkdownBlock, { type: 'table' }>,
  marker: RenderMarker,
): Child {
  const set = (cells: Cells) => cells.map((cell) => inline(cell, marker))
  return <Table head={set(header)} rows={rows.map(set)} columns={columns} />
}

function inline(children: readonly Inline[], marker: RenderMarker): Child[] {
  return children.map((child) => inlineOf(child, marker))
}

function inlineOf(child: Inline, marker: RenderMarker): Child {
  switch (child.type) {
    case 'text':
      return child.text
    case 'code':
      return <code>{child.text}</code>
    case 'strong':
      return <strong>{inline(child.children, marker)}</strong>
    case 'emphasis':
      return <em>{inline(child.children, marker)}</em>
    case 'deleted':
      return <del>{inline(child.children, marker)}</del>
    case 'link':
      return (
        <a href={child.href} rel="external noopener noreferrer">
          {inline(child.children, marker)}
        </a>
      )
    case 'marker':
      return marker(child.marker) ?? `[${child.marker}]`
    case 'break':
      return <br />
  }
}
