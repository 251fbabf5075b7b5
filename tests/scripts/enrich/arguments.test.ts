import { describe, expect, it } from 'vitest'
import { parseEnrichArguments } from '../../../scripts/enrich/arguments.ts'
import { chooseArticles } from '../../../scripts/enrich/choose-articles.ts'
import { ConfigurationError } from '../../../src/errors.ts'
import { articleOf } from '../../support/corpora/articles.ts'

describe('parseEnrichArguments', () => {
  it('has a default for everything', () => {
    expect(parseEnrichArguments([])).toEqual({
      help: false,
      dryRun: false,
      prune: false,
      corpus: undefined,
      articles: [],
      limit: Number.POSITIVE_INFINITY,
      concurrency: 4,
    })
  })

  it('reads flags and values', () => {
    const args = [
      '--article',
      'a',
      '--article=b',
      '--limit',
      '0',
      '--concurrency',
      '32',
      '--corpus',
      'c',
      '--prune',
      '--dry-run',
      '-h',
    ]
    expect(parseEnrichArguments(args)).toEqual({
      help: true,
      dryRun: true,
      prune: true,
      corpus: 'c',
      articles: ['a', 'b'],
      limit: 0,
      concurrency: 32,
    })
  })

  it.each([
    [['--fast']],
    [['corpus']],
    [['--limit', 'some']],
    [['--limit=-1']],
    [['--concurrency', '0']],
    [['--concurrency', '33']],
    [['--concurrency', '1.5']],
  ])('refuses %j, with the help', (args) => {
    expect(() => parseEnrichArguments(args)).toThrow(ConfigurationError)
    expect(() => parseEnrichArguments(args)).toThrow('npm run enrich')
  })
})

describe('chooseArticles', () => {
  const articles = ['a', 'b', 'c'].map((id) => ({ ...articleOf(id, ['x']), source: `folder/${id}.md` }))

  it('takes all, or those that are named by id or file, in their order', () => {
    const ids = (...names: string[]) => chooseArticles(articles, names).map(({ id }) => id)
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(ids('folder/c.md', 'folder/a', 'a')).toEqual(['a', 'c'])
    expect(ids('b')).toEqual(['b'])
  })

  it('refuses a name that is nobody’s, and lists what there is', () => {
    expect(() => chooseArticles(articles, ['a', 'd'])).toThrow(/no article "d".*\n {2}a\n {2}b\n {2}c/)
  })
})
