import { expect, it } from 'vitest'
import { remedyOf } from '../../../src/answer/quote/remedies.ts'
import { libraryOf } from '../../support/corpora/libraries.ts'
import { paragraphOf } from '../../support/corpora/paragraphs.ts'

/** The words of the remedy for the first of some paragraphs, each the heading it stands below and its words. */
function remedy(...paragraphs: readonly (readonly [section: string, text: string])[]): string | undefined {
  const all = paragraphs.map(([section, text], at) => ({
    ...paragraphOf([{ kind: 'prose', text }], `tea#${at}`),
    section,
  }))
  const library = libraryOf(all)
  return remedyOf(library.paragraphAt(0), 0, library)?.text
}

it('finds what to do about a fault below the heading of a remedy', () => {
  expect(remedy(['Issue', 'It leaks.'], ['Background', 'Old seals.'], ['Solution', 'New seals.'])).toBe(
    'New seals.',
  )
  expect(remedy(['Why This Error Occurred', 'It leaks.'], ['Possible Ways to Fix It', 'New seals.'])).toBe(
    'New seals.',
  )
  expect(remedy(['问题描述', '漏水。'], ['解决方案', '换垫圈。'])).toBe('换垫圈。')
})

it('finds none below another heading, behind another section, or for what is no fault', () => {
  expect(remedy(['Usage', 'Pour.'], ['Solution', 'New seals.'])).toBeUndefined()
  expect(remedy(['Issue', 'It leaks.'], ['Usage', 'Pour.'], ['Solution', 'New seals.'])).toBeUndefined()
  expect(remedy(['Issue', 'It leaks.'])).toBeUndefined()
})
