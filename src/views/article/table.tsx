/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { ColumnSide } from '../../domain/block.ts'

export interface TableProps {
  /** Names the columns. */
  readonly head: readonly Child[]
  readonly rows: readonly (readonly Child[])[]
  /** To which side each column is set. */
  readonly columns?: readonly ColumnSide[] | undefined
}

/** A table, which is scrolled by itself where it is wider than the page. */
export function Table({ head, rows, columns }: TableProps) {
  const side = (column: number) => {
    const name = columns?.[column] ?? 'none'
    return name === 'none' ? undefined : name
  }
  return (
    <div class="wide" tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={side(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={side(column)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
