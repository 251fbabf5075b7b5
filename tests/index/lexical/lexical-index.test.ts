import { describe, expect, it } from 'vitest'
import type { Corpus } from '../../../src/corpus/corpus.ts'
import { IndexError } from '../../../src/errors.ts'
import { toPassages } from '../../../src/index/build/passages.ts'
import { decodeContainer, encodeContainer, type Sections } from '../../../src/index/format/container.ts'
import { buildLexicalIndex } from '../../../src/index/lexical/build-lexical-index.ts'
import {
  decodeLexicalIndex,
  encodeLexicalIndex,
  type LexicalIndex,
} from '../../../src/index/lexical/lexical-index.ts'
import type { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { corpusOfTexts, smallCorpus, smallDictionary } from '../../support/corpora/small-corpus.ts'

function lexicalIndexOf(corpus: Corpus): LexicalIndex {
  return buildLexicalIndex(toPassages(corpus), corpus, smallDictionary())
}

/** The rows that hold a term. */
function rowsOf({ termDictionary }: LexicalIndex, postings: Postings, key: string): number[] {
  const rows: number[] = []
  const reader = postings.reader(termDictionary.find(key) ?? termDictionary.size)
  for (; !reader.ended; reader.next()) rows.push(reader.row)
  return rows
}

function passageRow(corpus: Corpus, words: string): number {
  return toPassages(corpus).findIndex(({ text }) => text.includes(words))
}

describe('buildLexicalIndex', () => {
  const corpus = smallCorpus()
  const lexicalIndex = lexicalIndexOf(corpus)
  const bought = passageRow(corpus, 'Associated British Foods 收購了')
  const firstShop = passageRow(corpus, '在倫敦開了第一家茶館')

  it('finds the pieces of paragraphs by their words', () => {
    expect(rowsOf(lexicalIndex, lexicalIndex.texts, 'granit')).toEqual([passageRow(corpus, 'granite')])
    expect(rowsOf(lexicalIndex, lexicalIndex.texts, '收购')).toContain(bought)
  })

  it('finds a piece by the questions that it answers', () => {
    expect(rowsOf(lexicalIndex, lexicalIndex.texts, '买下')).toEqual([bought])
  })

  it('finds a piece by the names and the context written about its paragraph', () => {
    expect(rowsOf(lexicalIndex, lexicalIndex.texts, '·川宁')).toEqual([firstShop])
  })

  it('finds questions by their own words alone', () => {
    const question = toPassages(corpus).findIndex(({ text }) => text === 'Twinings 被誰買下了?')
    expect(rowsOf(lexicalIndex, lexicalIndex.questions, '买下')).toEqual([question])
    expect(rowsOf(lexicalIndex, lexicalIndex.questions, '·川宁')).toEqual([])
    expect(rowsOf(lexicalIndex, lexicalIndex.questions, 'granit')).toEqual([])
  })

  it('keeps pieces and questions apart, each row in one collection', () => {
    const passages = toPassages(corpus)
    for (const [row, { kind }] of passages.entries()) {
      expect((lexicalIndex.texts.lengths[row] ?? 0) > 0).toBe(kind === 'text')
      expect((lexicalIndex.questions.lengths[row] ?? 0) > 0).toBe(kind === 'question')
    }
    const count = (kind: string) => passages.filter((passage) => passage.kind === kind).length
    expect(lexicalIndex.texts.documentCount).toBe(count('text'))
    expect(lexicalIndex.questions.documentCount).toBe(count('question'))
  })

  it('measures a piece without what is written about it', () => {
    const bare = lexicalIndexOf({ ...corpus, writtenQuestions: [] })
    const withQuestions = toPassages(corpus).flatMap(({ kind }, row) =>
      kind === 'text' ? [lexicalIndex.texts.lengths[row]] : [],
    )
    expect(withQuestions).toEqual([...bare.texts.lengths])
  })

  it('knows every term of each collection, and no other', () => {
    const held = new Set<number>()
    for (const postings of [lexicalIndex.texts, lexicalIndex.headings, lexicalIndex.questions])
      for (let term = 0; term < lexicalIndex.termDictionary.size; term++)
        if (postings.documentFrequency(term) > 0) held.add(term)
    expect(held.size).toBe(lexicalIndex.termDictionary.size)
  })

  it('gives a question to the piece of a long paragraph that answers it', () => {
    const sentence = (word: string) => `${word} ${'茶 '.repeat(390)}.`
    const base = corpusOfTexts({ long: `${sentence('alpha')} ${sentence('beta')} ${sentence('gamma')}` })
    const paragraph = base.articles[0]?.paragraphs[0]
    const start = paragraph?.text.indexOf('beta') ?? -1
    const answers = [
      { quote: 'beta', start, end: start + 4, says: [], questions: [{ language: 'en', text: 'xylophone?' }] },
    ] as const
    const long: Corpus = {
      ...base,
      writtenQuestions: [{ paragraphId: paragraph?.id ?? '', names: ['zither'], answers }],
    }
    const found = lexicalIndexOf(long)
    expect(rowsOf(found, found.texts, 'xylophon')).toEqual(rowsOf(found, found.texts, 'beta'))
    expect(rowsOf(found, found.texts, 'zither')).toEqual(rowsOf(found, found.texts, 'alpha'))
  })

  it('is the same each time', () => {
    expect(encodeContainer(encodeLexicalIndex(lexicalIndexOf(corpus)))).toEqual(
      encodeContainer(encodeLexicalIndex(lexicalIndex)),
    )
  })

  it('stops where it is told to', () => {
    const signal = AbortSignal.abort(new Error('enough'))
    expect(() => buildLexicalIndex(toPassages(corpus), corpus, smallDictionary(), { signal })).toThrow(
      'enough',
    )
  })
})

describe('a stored lexicon', () => {
  const lexicalIndex = lexicalIndexOf(smallCorpus())
  const sections = encodeLexicalIndex(lexicalIndex)

  it('comes out of a file as it went in', () => {
    const decoded = decodeLexicalIndex(decodeContainer(encodeContainer(sections)))
    expect(decoded.texts).toEqual(lexicalIndex.texts)
    expect(decoded.questions).toEqual(lexicalIndex.questions)
    expect(decoded.dictionary.data).toEqual(lexicalIndex.dictionary.data)
    expect(decoded.termDictionary.size).toBe(lexicalIndex.termDictionary.size)
    expect(encodeLexicalIndex(decoded)).toEqual(sections)
  })

  it.each(Object.keys(sections))('is not read from a file without %s', (name) => {
    const { [name]: _, ...others } = sections
    expect(() => decodeLexicalIndex(others as Sections)).toThrow(IndexError)
  })
})
