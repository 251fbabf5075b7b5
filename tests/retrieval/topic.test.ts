import { describe, expect, it, vi } from 'vitest'
import { corpusOfTexts } from '../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../support/corpora/small-corpus-index.ts'

/** Two pages that say nearly the same of two things, neither of which is named where it is said. */
const PAGES = {
  kettle: [
    'The kettle boils water for tea in two minutes.',
    'It comes with a warranty of three years.',
    'Function keys on the handle can be locked.',
  ],
  toaster: [
    'The toaster browns four slices of bread in one minute.',
    'It comes with a warranty of five years.',
    'Its slots are wide enough for bagels.',
  ],
}

async function openPages() {
  const texts = Object.entries(PAGES).map(([name, paragraphs]) => [name, paragraphs.join('\n\n')])
  const { retriever, index } = await openSmallIndex({ corpus: corpusOfTexts(Object.fromEntries(texts)) })
  const best = async (question: string, before: readonly string[]) => {
    const history = before.map((content) => ({ role: 'user', content }) as const)
    const { ranked } = await retriever.retrieve(question, history)
    return ranked[0] === undefined ? '' : index.library.paragraphAt(ranked[0].paragraphRow).text
  }
  return { best, retriever }
}

describe('the topic of a conversation', () => {
  it.each([
    ['how fast does the kettle boil water', 'three years'],
    ['how many slices does the toaster brown', 'five years'],
  ])('decides between paragraphs that fit as well: after "%s", %s', async (before, words) => {
    const { best } = await openPages()
    expect(await best('what warranty comes with this product', [before])).toContain(words)
  })

  it('keeps nobody from asking of something else', async () => {
    const { best } = await openPages()
    expect(await best('are the slots wide enough for bagels', ['how fast does the kettle boil water'])).toBe(
      PAGES.toaster[2],
    )
  })

  it('is left where a question says so', async () => {
    const { best } = await openPages()
    const before = ['how many slices does the toaster brown', 'how fast does the kettle boil water']
    expect(await best('another question: what warranty comes with a toaster', before)).toBe(PAGES.toaster[1])
    expect(await best('what warranty comes with this product', before)).toBe(PAGES.kettle[1])
  })

  it('reads no more than the last question for it, however long the history is', async () => {
    const { retriever } = await openPages()
    const find = vi.spyOn(retriever as unknown as { find: () => unknown }, 'find')
    const history = Array.from({ length: 40 }, (_, at) => ({ role: 'user', content: `is it ${at}` }) as const)
    await retriever.retrieve('what warranty comes with it', history)
    expect(find).toHaveBeenCalledTimes(2)
  })
})
