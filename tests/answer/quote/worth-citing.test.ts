import { describe, expect, it } from 'vitest'
import { paragraphsWorthCiting } from '../../../src/answer/quote/worth-citing.ts'
import type { RankedParagraph } from '../../../src/retrieval/retriever.ts'
import { libraryOf } from '../../support/corpora/libraries.ts'
import { paragraphOf } from '../../support/corpora/paragraphs.ts'

/** The scores of the paragraphs that are worth citing, of some with these texts and probabilities. */
function worth(ranked: readonly (readonly [text: string, probability: number])[], most = 3): number[] {
  const library = libraryOf(ranked.map(([text], i) => paragraphOf([{ kind: 'prose', text }], `a#${i}`)))
  const paragraphs = ranked.map(
    ([, probability], paragraphRow) => ({ paragraphRow, probability }) as RankedParagraph,
  )
  return paragraphsWorthCiting(paragraphs, library, most).map(({ score }) => Number(score.toFixed(3)))
}

describe('paragraphsWorthCiting', () => {
  it('is the best one alone where that is sure', () => {
    expect(
      worth([
        ['a', 0.91],
        ['b', 0.09],
      ]),
    ).toEqual([0.91])
    expect(
      worth([
        ['a', 0.6],
        ['b', 0.05],
        ['c', 0.05],
      ]),
    ).toEqual([0.6])
    expect(
      worth([
        ['a', 0.9],
        ['b', 0.12],
      ]),
    ).toEqual([0.9])
    expect(worth([])).toEqual([])
  })

  it('is others as well where there is doubt', () => {
    expect(
      worth([
        ['a', 0.5],
        ['b', 0.3],
        ['c', 0.2],
      ]),
    ).toEqual([0.5, 0.3, 0.2])
    expect(
      worth([
        ['a', 0.5],
        ['b', 0.3],
        ['c', 0.05],
      ]),
    ).toEqual([0.5, 0.3])
    expect(
      worth([
        ['a', 0.5],
        ['b', 0.42],
        ['c', 0.4],
      ]),
    ).toEqual([0.5, 0.42])
  })

  it('is others from a share of the best one on', () => {
    expect(
      worth([
        ['a', 0.5],
        ['b', 0.06],
      ]),
    ).toEqual([0.5, 0.06])
    expect(
      worth([
        ['a', 0.5],
        ['b', 0.059],
      ]),
    ).toEqual([0.5])
  })

  it('is no more than may be cited', () => {
    expect(
      worth(
        [
          ['a', 0.3],
          ['b', 0.3],
          ['c', 0.3],
        ],
        2,
      ),
    ).toHaveLength(2)
    expect(
      worth(
        [
          ['a', 0.3],
          ['b', 0.3],
          ['c', 0.3],
        ],
        1,
      ),
    ).toHaveLength(1)
  })
})
