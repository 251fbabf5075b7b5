import { describe, expect, it } from 'vitest'
import { withOverviews } from '../../src/corpus/article-overview.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { parseWrittenQuestions } from '../../src/corpus/written-questions.ts'

const article = parseArticle({ path: 'tea.md', text: '# Tea\n\nTea is hot. Cups are not.\n\nTea is old.\n' })
const [first, second] = article.paragraphs.map(({ id }) => id.split('#')[1])

function overviewFrom(yaml: string) {
  const { entries, dropped } = parseWrittenQuestions(yaml, article)
  return { article: withOverviews([article], entries)[0], entries, dropped }
}

describe('the overview of an article', () => {
  it('is what its entries choose, in reading order', () => {
    const { article: told, dropped } = overviewFrom(
      `- paragraph: ${second}\n  overview: Tea is old.\n- paragraph: ${first}\n  overview: [Cups are not.]\n`,
    )
    expect(dropped).toEqual([])
    expect(told?.overview).toEqual([
      { position: 1, start: 12, end: 25 },
      { position: 2, start: 0, end: 11 },
    ])
  })

  it('holds no words that its paragraph does not', () => {
    const { article: told, dropped } = overviewFrom(`- paragraph: ${first}\n  overview: Tea is cold.\n`)
    expect(told).toBe(article)
    expect(dropped).toEqual([
      { line: 1, reason: 'the overview does not stand in its paragraph: Tea is cold.' },
    ])
  })

  it('leaves an article that has it already as it is, and takes it away where no entry chooses it', () => {
    const { article: told, entries } = overviewFrom(`- paragraph: ${first}\n  overview: Tea is hot.\n`)
    if (told === undefined) throw new Error('no article')
    expect(withOverviews([told], entries)[0]).toBe(told)
    expect(withOverviews([told], [])[0]).toEqual(article)
  })
})
