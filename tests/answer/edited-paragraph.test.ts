import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { indexInMemory } from '../../scripts/evaluate/open-evaluated-index.ts'
import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import type { Ask } from '../../src/domain/ask.ts'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'

const WORDS = '2014年11月14日,亞馬遜AWS發布了新產品Lambda'

describe('a paragraph that has lost, by an edit, what was written about it', () => {
  let ask: Ask

  beforeAll(async () => {
    const corpus = await readCorpusFolder(fileURLToPath(new URL('../../corpus', import.meta.url)))
    const edited = corpus.articles
      .flatMap(({ paragraphs }) => paragraphs)
      .find(({ text }) => text.includes(WORDS))
    const writtenQuestions = corpus.writtenQuestions.filter(({ paragraphId }) => paragraphId !== edited?.id)
    expect(writtenQuestions.length).toBe(corpus.writtenQuestions.length - 1)
    ask = openSnapshot(await indexInMemory({ ...corpus, writtenQuestions })).ask
  })

  it.each([
    'Lambda 什麼時候發布的?',
    '亚马逊什么时候发布的 Lambda?',
    'When was Lambda released?',
  ])('still answers: %s', async (question) => {
    const { answered, citations } = await ask({ question })
    expect(answered).toBe(true)
    expect(citations.map(({ quote }) => quote).join('\n')).toContain(WORDS)
  })
})
