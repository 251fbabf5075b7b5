import { describe, expect, it } from 'vitest'
import { estimate, planEnrichment } from '../../../scripts/enrich/drafting/plan.ts'
import { buildPrompt } from '../../../scripts/enrich/drafting/prompt.ts'
import { articleOf } from '../../support/corpora/articles.ts'

const article = articleOf('t', ['電報很快。', '鐵路更慢。', '郵差最慢。'], '第一節')
const [first = '', second = '', third = ''] = article.paragraphs.map(({ id }) => id.split('#')[1])

describe('planEnrichment', () => {
  it('asks for all paragraphs where nothing is written', () => {
    const { missing, stale } = planEnrichment(article, { source: 's', text: '' })
    expect(missing.map(({ paragraph }) => paragraph.position)).toEqual([1, 2, 3])
    expect(stale).toEqual([])
  })

  it('leaves what is written alone and tells what is about no paragraph', () => {
    const text = `- paragraph: ${first}\n- paragraph: 12345e678901\n  names: [x]\n- names: [y]\n- paragraph: ${third}\n`
    const { missing, stale } = planEnrichment(article, { source: 's', text })
    expect(missing).toMatchObject([
      { paragraph: { position: 2 }, before: { position: 1 }, after: { position: 3 } },
    ])
    expect(stale).toMatchObject([{ paragraph: '12345e678901', line: 2 }])
  })

  it('takes a paragraph whose words have changed for a new one', () => {
    const text = [first, second, third].map((name) => `- paragraph: ${name}\n`).join('')
    const edited = articleOf('t', ['電報很快。', '鐵路更慢一些。', '郵差最慢。'])
    const { missing, stale } = planEnrichment(edited, { source: 's', text })
    expect(missing.map(({ paragraph }) => paragraph.text)).toEqual(['鐵路更慢一些。'])
    expect(stale.map(({ paragraph }) => paragraph)).toEqual([second])
  })
})

describe('estimate', () => {
  it('counts a call for each paragraph, and tokens that grow with it', () => {
    const { missing } = planEnrichment(article, { source: 's', text: '' })
    const all = estimate(missing)
    const one = estimate(missing.slice(0, 1))
    expect(all.calls).toBe(3)
    expect(one).toMatchObject({ calls: 1, tokensOut: expect.any(Number) })
    expect(all.tokensOut).toBe(3 * one.tokensOut)
    expect(all.tokensIn).toBeGreaterThan(one.tokensIn)
    expect(estimate([])).toEqual({ calls: 0, tokensIn: 0, tokensOut: 0 })
  })
})

describe('buildPrompt', () => {
  const [surroundings] = planEnrichment(article, {
    source: 's',
    text: `- paragraph: ${first}\n- paragraph: ${third}\n`,
  }).missing

  it('shows the paragraph with its title, section and neighbours, each between marks of its own', () => {
    if (!surroundings) throw new Error('nothing to ask about')
    const { user } = buildPrompt(surroundings, '3f9a')
    expect(user).toContain('<article-3f9a>\nTitle: Title of t\nSection: 第一節\n</article-3f9a>')
    expect(user).toContain('<before-3f9a>\n電報很快。\n</before-3f9a>')
    expect(user).toContain('<paragraph-3f9a>\n鐵路更慢。\n</paragraph-3f9a>')
    expect(user).toContain('<after-3f9a>\n郵差最慢。\n</after-3f9a>')
  })

  it('tells the model nothing in the words of the article', () => {
    if (!surroundings) throw new Error('nothing to ask about')
    expect(buildPrompt(surroundings, 'x').system).not.toMatch(/電報|鐵路|郵差|Title of t|第一節/)
  })
})
