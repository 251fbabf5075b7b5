import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Citation } from '../../../src/domain/citation.ts'
import { AnswerView } from '../../../src/views/answer/answer-view.tsx'
import { answerWords } from '../../../src/views/words/words-for.ts'
import { fakeAsk } from '../../support/fake-snapshot.ts'

function html(answer: Answer, language: 'en' | 'zh-Hant' = 'en'): string {
  return String(AnswerView({ answer, words: answerWords(language) }))
}

async function cited(overrides: Partial<Citation> = {}): Promise<Answer> {
  const answer = await fakeAsk({ question: 'Lambda' })
  return { ...answer, citations: answer.citations.map((citation) => ({ ...citation, ...overrides })) }
}

describe('an answer on a page', () => {
  it('links each marker to the cited words and names where they stand', async () => {
    const answer = await cited()
    const page = html(answer)
    const url = answer.citations[0]?.url.replaceAll('&', '&amp;')
    expect(page).toContain(
      `<a class="marker" href="${url}" data-marker="1" aria-label="Source 1: 雲 &lt;計算&gt; &amp; 容器 · ¶ 1">1</a>`,
    )
  })

  it('shows the exact words of each source without a script', async () => {
    const answer = await cited()
    const quote = answer.citations[0]?.quote
    expect(html(answer)).toMatch(/<details data-source-of="1"><summary>/)
    expect(html(answer)).toContain(`當時是<mark>${quote}</mark>之後一切都變了。`)
  })

  it('says the title once where all sources are of one article', async () => {
    const answer = await cited()
    const [one] = answer.citations
    if (one === undefined) throw new Error('there is a citation')
    const titles = (citations: readonly Citation[]) => html({ ...answer, citations }).match(/<cite>/g)
    expect(titles([one])).toHaveLength(1)
    expect(titles([one, { ...one, marker: 2 }, { ...one, marker: 3 }])).toHaveLength(1)
    expect(titles([one, { ...one, marker: 2, article: 'other' }])).toHaveLength(2)
  })

  it('sets cited code as code', async () => {
    expect(html(await cited({ kind: 'code' }))).toContain(
      '<blockquote class="cited" lang="zh-Hant"><pre tabindex="0" data-language=""><code>當時是<mark>',
    )
  })

  it('names the header of an article instead of a paragraph', async () => {
    expect(html(await cited({ paragraph: 0 }))).toContain('Title and author')
  })

  it('says how sure it is where it is not', async () => {
    const answer = await cited()
    expect(html({ ...answer, confidence: 0.416 })).toContain('Only 42 % sure')
    expect(html(answer)).not.toContain('sure')
    expect(html(await fakeAsk({ question: '?' }))).not.toContain('sure')
  })

  it('says why a model did not write it', async () => {
    const answer = await cited()
    const degraded = { reason: 'The language model did not answer in time.' }
    expect(html({ ...answer, degraded })).toContain(degraded.reason)
  })

  it('shows what comes near when the article does not say', async () => {
    const declined = await fakeAsk({ question: '?' })
    const text = `<b>${'雲'.repeat(300)}`
    const passage = {
      id: 'cloud#aa11',
      article: 'cloud',
      title: 'T',
      section: 'S',
      paragraph: 3,
      text,
      textStart: 0,
      url: '/articles/cloud#aa11',
    }
    const page = html({ ...declined, related: [passage] }, 'zh-Hant')
    expect(page).toContain('文章沒有提到。')
    expect(page).toContain('最接近的段落')
    expect(page).toMatch(/href="\/articles\/cloud#aa11".*第 3 段.*&lt;b&gt;雲{177}…/s)
    expect(page).not.toContain('class="sources"')
  })

  it('offers questions, each as a link that asks it', async () => {
    const reply: Answer = {
      ...(await fakeAsk({ question: '?' })),
      kind: 'conversation',
      suggestions: ['What is "it"?'],
    }
    expect(html(reply)).toContain('<a href="/?q=What%20is%20%22it%22%3F" data-ask="What is &quot;it&quot;?">')
  })

  it('leaves a marker of no source as text', async () => {
    const answer = await cited()
    expect(html({ ...answer, answer: 'So it says.[7]' })).toContain('<p>So it says.[7]</p>')
  })
})
