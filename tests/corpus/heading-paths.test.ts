import { expect, it } from 'vitest'
import { headingPaths } from '../../src/corpus/heading-paths.ts'
import { articleOf } from '../support/corpora/articles.ts'

it('tells the headings above each paragraph, outermost first', () => {
  const { paragraphs } = articleOf('a', ['intro', 'one', 'one a', 'two', 'two again'])
  const sections = [
    { heading: 'One', level: 2, position: 2 },
    { heading: 'A', level: 3, position: 3 },
    { heading: 'Empty', level: 2, position: 4 },
    { heading: 'Two', level: 2, position: 4 },
  ]
  expect(headingPaths({ sections, paragraphs })).toEqual([[], ['One'], ['One', 'A'], ['Two'], ['Two']])
})
