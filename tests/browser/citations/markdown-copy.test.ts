import { describe, expect, it } from 'vitest'
import { answerAsMarkdown } from '../../../src/browser/citations/markdown-copy.ts'
import { answerWords } from '../../../src/views/words/words-for.ts'
import { fakeAsk, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'

const BASE = 'https://ask.example.org/?q=a'

describe('an answer as Markdown', () => {
  it('has its sources below it, each with its words and where they stand', async () => {
    const answer = await fakeAsk({ question: 'Lambda' })
    expect(answerAsMarkdown(answer, BASE, answerWords('en'))).toBe(
      `${LAMBDA_SENTENCE}[1]\n\n[1] [雲 <計算> & 容器 · ¶ 1](https://ask.example.org${answer.citations[0]?.url}): “${LAMBDA_SENTENCE}”`,
    )
  })

  it('is the answer alone where nothing is cited', async () => {
    const answer = await fakeAsk({ question: '?' })
    expect(answerAsMarkdown(answer, BASE, answerWords('en'))).toBe(answer.answer)
  })

  it('keeps a title from breaking its link', async () => {
    const answer = await fakeAsk({ question: 'Lambda' })
    const citations = answer.citations.map((citation) => ({ ...citation, title: 'A [b](c) \\' }))
    expect(answerAsMarkdown({ ...answer, citations }, BASE, answerWords('en'))).toContain(
      '[A \\[b\\](c) \\\\ · ¶ 1](https',
    )
  })
})
