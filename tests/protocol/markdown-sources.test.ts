import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/domain/citation.ts'
import { sourceList } from '../../src/protocol/markdown-sources.ts'
import { fakeAsk } from '../support/fake-snapshot.ts'

const ORIGIN = 'https://ask.example.org'

async function citationsWith(...changes: Partial<Citation>[]): Promise<Citation[]> {
  const [citation] = (await fakeAsk({ question: 'Lambda' })).citations
  return changes.map((change, at) => ({
    ...(citation as Citation),
    marker: at + 1,
    url: `/articles/a${at}`,
    ...change,
  }))
}

describe('sourceList', () => {
  it('is Markdown in which the words of an article mean nothing', async () => {
    const answer = await fakeAsk({ question: 'Lambda' })
    const citations = await citationsWith({ title: 'A [b](c) *d*', paragraph: 2, quote: '`x`\n<b>' })
    expect(sourceList({ ...answer, language: 'en', citations }, ORIGIN)).toBe(
      `\n\n**Sources**\n\n1. [A \\[b\\](c) \\*d\\* · ¶ 2](${ORIGIN}/articles/a0): “\\\`x\\\` \\<b\\>”`,
    )
  })

  it('is nothing without sources', async () => {
    expect(sourceList(await fakeAsk({ question: '?' }), ORIGIN)).toBe('')
  })
})
