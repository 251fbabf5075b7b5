import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../../../src/errors.ts'
import { decodeContainer, encodeContainer } from '../../../../src/index/format/container.ts'
import { GraphLabels } from '../../../../src/index/vectors/graph/graph-labels.ts'

describe('GraphLabels', () => {
  it('come out of a file as they went in', () => {
    const labels = GraphLabels.ofNew(5).editFor(Int32Array.of(4, -1, 2, 3, 1, 0))?.labels
    const bytes = encodeContainer(labels?.toSections() ?? {})
    expect(GraphLabels.fromSections(decodeContainer(bytes), 6)).toEqual(labels)
  })

  it.each([
    ['of another number of rows', { labels: Uint32Array.of(0, 1), given: Uint32Array.of(2) }],
    ['that were never given', { labels: Uint32Array.of(0, 1, 3), given: Uint32Array.of(3) }],
    ['given twice', { labels: Uint32Array.of(0, 1, 1), given: Uint32Array.of(3) }],
    ['of nothing', {}],
  ])('are refused where they are %s', (_, sections) => {
    expect(() => GraphLabels.fromSections(sections, 3)).toThrow(IndexError)
  })

  it('stay with their vectors through edits that move rows, and are never given twice', () => {
    const edit = fc.array(fc.oneof(fc.nat(30), fc.constant(-1)), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let labels = GraphLabels.ofNew(20)
        const gone = new Set<number>()
        for (const rows of edits) {
          const rowsBefore = Int32Array.from(rows, (row) => (row < labels.ofRows.length ? row : -1))
          const change = labels.editFor(rowsBefore)
          if (change === undefined) continue
          for (const label of change.removed) {
            expect(gone.has(label)).toBe(false)
            gone.add(label)
          }
          for (const [row, label] of change.labels.ofRows.entries()) {
            expect(gone.has(label)).toBe(false)
            if (change.added.includes(row)) expect(label).toBeGreaterThanOrEqual(labels.given)
            else expect(label).toBe(labels.ofRows[rowsBefore[row] ?? -1])
            expect(change.labels.rows()[label]).toBe(row)
          }
          expect(new Set(change.labels.ofRows).size).toBe(rows.length)
          expect(change.labels.given - rows.length).toBe(gone.size)
          labels = change.labels
        }
      }),
    )
  })

  it('ask for a new graph once a quarter of them is gone', () => {
    const labels = GraphLabels.ofNew(100)
    const without = (count: number) => Int32Array.from({ length: 100 - count }, (_, row) => row + count)
    expect(labels.editFor(without(25))?.removed).toHaveLength(25)
    expect(labels.editFor(without(26))).toBeUndefined()
    const after = labels.editFor(without(20))?.labels
    expect(after?.editFor(Int32Array.from({ length: 75 }, (_, row) => row))?.removed).toHaveLength(5)
    expect(after?.editFor(Int32Array.from({ length: 74 }, (_, row) => row))).toBeUndefined()
  })
})
