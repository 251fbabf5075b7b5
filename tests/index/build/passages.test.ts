import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WrittenQuestions } from '../../../src/corpus/written-questions.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Passage } from '../../../src/domain/passage.ts'
import { toPassages } from '../../../src/index/build/passages.ts'
import { splitSentences } from '../../../src/text/sentences.ts'
import { corpusOfTexts, smallCorpus } from '../../support/corpora/small-corpus.ts'

const LONGEST_PIECE = 800

function articleWith(text: string): Article {
  const [article] = corpusOfTexts({ note: '# Note\n\nText.' }).articles
  const [paragraph] = article?.paragraphs ?? []
  if (article === undefined || paragraph === undefined) throw new Error('no article')
  return { ...article, paragraphs: [{ ...paragraph, text, sentences: splitSentences(text) }] }
}

function piecesOf(text: string): Passage[] {
  return toPassages({ articles: [articleWith(text)], writtenQuestions: [] })
}

describe('toPassages', () => {
  it('makes a passage of a paragraph, behind its title and heading', () => {
    const { articles } = corpusOfTexts({ tea: '# Tea\n\nBefore.\n\n## Leaves\n\nGreen.' })
    expect(toPassages({ articles, writtenQuestions: [] })).toEqual([
      { paragraphRow: 0, kind: 'text', text: 'Tea\nBefore.', start: 0, end: 7 },
      { paragraphRow: 1, kind: 'text', text: 'Tea › Leaves\nGreen.', start: 0, end: 6 },
    ])
  })

  it('counts paragraphs through all articles', () => {
    const corpus = smallCorpus()
    const rows = toPassages(corpus).map(({ paragraphRow }) => paragraphRow)
    const count = corpus.articles.flatMap(({ paragraphs }) => paragraphs).length
    expect([...new Set(rows)]).toEqual(Array.from({ length: count }, (_, row) => row))
  })

  it('puts the questions written ahead behind the pieces of their paragraph, with the words that answer', () => {
    const corpus = smallCorpus()
    const paragraphs = corpus.articles.flatMap((article) => article.paragraphs)
    const passages = toPassages(corpus)
    const questions = passages.filter(({ kind }) => kind === 'question')
    const written = corpus.writtenQuestions.flatMap(({ answers }) => answers)
    expect(questions.map(({ text }) => text)).toEqual(
      written.flatMap((answer) => answer.questions.map(({ text }) => text)),
    )
    const quotes = questions.map(({ paragraphRow, start, end }) =>
      paragraphs[paragraphRow]?.text.slice(start, end),
    )
    expect(quotes).toEqual(written.flatMap(({ quote, questions: asked }) => asked.map(() => quote)))
    for (const [row, { kind, paragraphRow }] of passages.entries()) {
      if (kind === 'text') expect(passages[row - 1]?.paragraphRow).not.toBe(paragraphRow)
      else expect(passages[row - 1]?.paragraphRow).toBe(paragraphRow)
    }
  })

  it('leaves out what is written about a paragraph that is not there', () => {
    const gone: WrittenQuestions = {
      paragraphId: 'note#gone',
      names: [],
      answers: [{ quote: 'x', start: 0, end: 1, says: [], questions: [{ language: 'en', text: 'What?' }] }],
    }
    expect(toPassages({ articles: [articleWith('Text.')], writtenQuestions: [gone] })).toHaveLength(1)
  })

  it('leaves a paragraph whole that is just short enough', () => {
    const text = '茶'.repeat(LONGEST_PIECE - 1)
    expect(piecesOf(`${text}。`)).toHaveLength(1)
  })

  it('cuts a longer one where sentences end', () => {
    const sentence = `${'茶'.repeat(299)}。`
    const pieces = piecesOf(sentence.repeat(5))
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([
      [0, 600],
      [600, 1200],
      [1200, 1500],
    ])
  })

  it('leaves a sentence whole that is itself too long', () => {
    const long = `${'茶'.repeat(1000)}。`
    expect(piecesOf(`短。${long}短。`).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 1003],
      [1003, 1005],
    ])
  })

  it('gives each piece its context', () => {
    for (const { text, start, end } of piecesOf(`${'茶'.repeat(500)}。`.repeat(3)))
      expect(text).toBe(`Note\n${`${'茶'.repeat(500)}。`.repeat(3).slice(start, end)}`)
  })

  it('covers every sentence once, in order, and cuts nowhere else', () => {
    const part = fc.constantFrom(
      '茶。',
      `${'a'.repeat(300)}. `,
      '收購 😀 公司!',
      `${'茶'.repeat(900)}?`,
      '\n',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('').trim()
        fc.pre(text !== '')
        const pieces = piecesOf(text)
        const ends = pieces.map(({ end }) => end)
        expect(ends).toEqual([...ends].sort((left, right) => left - right))
        for (const sentence of splitSentences(text)) {
          const holding = pieces.filter(({ start, end }) => start <= sentence.start && end >= sentence.end)
          expect(holding).toHaveLength(1)
        }
        for (const { start, end } of pieces) {
          const within = splitSentences(text).filter(
            (sentence) => sentence.start >= start && sentence.end <= end,
          )
          if (end - start > LONGEST_PIECE) expect(within).toHaveLength(1)
        }
      }),
    )
  })
})
