import { describe, expect, it } from 'vitest'
import type { Corpus } from '../../../src/corpus/corpus.ts'
import { IndexError } from '../../../src/errors.ts'
import { toPassages } from '../../../src/index/build/passages.ts'
import { decodeContainer, encodeContainer, type Sections } from '../../../src/index/format/container.ts'
import { buildLexicon } from '../../../src/index/lexical/build-lexicon.ts'
import { decodeLexicon, encodeLexicon, type Lexicon } from '../../../src/index/lexical/lexicon.ts'
import type { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { corpusOfTexts, smallCorpus, smallDictionary } from '../../support/small-corpus.ts'

function lexiconOf(corpus: Corpus): Lexicon {
  return buildLexicon(toPassages(corpus), corpus, smallDictionary())
}

/** The rows that hold a term. */
function rowsOf({ vocabulary }: Lexicon, postings: Postings, key: string): number[] {
  const rows: number[] = []
  const reader = postings.reader(vocabulary.find(key) ?? vocabulary.size)
  for (; !reader.ended; reader.next()) rows.push(reader.row)
  return rows
}

function passageRow(corpus: Corpus, words: string): number {
  return toPassages(corpus).findIndex(({ text }) => text.includes(words))
}

describe('buildLexicon', () => {
  const corpus = smallCorpus()
  const lexicon = lexiconOf(corpus)
  const bought = passageRow(corpus, 'Associated British Foods 收購了')
  const firstShop = passageRow(corpus, '在倫敦開了第一家茶館')

  it('finds the pieces of paragraphs by their words', () => {
    expect(rowsOf(lexicon, lexicon.texts, 'granit')).toEqual([passageRow(corpus, 'granite')])
    expect(rowsOf(lexicon, lexicon.texts, '收购')).toContain(bought)
  })

  it('finds a piece by the questions that it answers', () => {
    expect(rowsOf(lexicon, lexicon.texts, '买下')).toEqual([bought])
  })

  it('finds a piece by the names and the context written about its paragraph', () => {
    expect(rowsOf(lexicon, lexicon.texts, '·川宁')).toEqual([firstShop])
  })

  it('finds questions by their own words alone', () => {
    const question = toPassages(corpus).findIndex(({ text }) => text === 'Twinings 被誰買下了?')
    expect(rowsOf(lexicon, lexicon.questions, '买下')).toEqual([question])
    expect(rowsOf(lexicon, lexicon.questions, '·川宁')).toEqual([])
    expect(rowsOf(lexicon, lexicon.questions, 'granit')).toEqual([])
  })

  it('keeps pieces and questions apart, each row in one collection', () => {
    const passages = toPassages(corpus)
    for (const [row, { kind }] of passages.entries()) {
      expect((lexicon.texts.lengths[row] ?? 0) > 0).toBe(kind === 'text')
      expect((lexicon.questions.lengths[row] ?? 0) > 0).toBe(kind === 'question')
    }
    const count = (kind: string) => passages.filter((passage) => passage.kind === kind).length
    expect(lexicon.texts.documentCount).toBe(count('text'))
    expect(lexicon.questions.documentCount).toBe(count('question'))
  })

  it('measures a piece without what is written about it', () => {
    const bare = lexiconOf({ ...corpus, writtenQuestions: [] })
    const withQuestions = toPassages(corpus).flatMap(({ kind }, row) =>
      kind === 'text' ? [lexicon.texts.lengths[row]] : [],
    )
    expect(withQuestions).toEqual([...bare.texts.lengths])
  })

  it('knows every term of either collection, and no other', () => {
    const held = new Set<number>()
    for (const postings of [lexicon.texts, lexicon.questions])
      for (let term = 0; term < lexicon.vocabulary.size; term++)
        if (postings.documentFrequency(term) > 0) held.add(term)
    expect(held.size).toBe(lexicon.vocabulary.size)
  })

  it('gives a question to the piece of a long paragraph that answers it', () => {
    const sentence = (word: string) => `${word} ${'茶 '.repeat(390)}.`
    const base = corpusOfTexts({ long: `${sentence('alpha')} ${sentence('beta')} ${sentence('gamma')}` })
    const paragraph = base.articles[0]?.paragraphs[0]
    const start = paragraph?.text.indexOf('beta') ?? -1
    const answers = [
      { quote: 'beta', start, end: start + 4, questions: [{ language: 'en', text: 'xylophone?' }] },
    ] as const
    const long: Corpus = {
      ...base,
      writtenQuestions: [{ paragraph: paragraph?.id ?? '', names: ['zither'], answers }],
    }
    const found = lexiconOf(long)
    expect(rowsOf(found, found.texts, 'xylophon')).toEqual(rowsOf(found, found.texts, 'beta'))
    expect(rowsOf(found, found.texts, 'zither')).toEqual(rowsOf(found, found.texts, 'alpha'))
  })

  it('is the same each time', () => {
    expect(encodeContainer(encodeLexicon(lexiconOf(corpus)))).toEqual(encodeContainer(encodeLexicon(lexicon)))
  })

  it('stops where it is told to', () => {
    const signal = AbortSignal.abort(new Error('enough'))
    expect(() => buildLexicon(toPassages(corpus), corpus, smallDictionary(), { signal })).toThrow('enough')
  })
})

describe('a stored lexicon', () => {
  const lexicon = lexiconOf(smallCorpus())
  const sections = encodeLexicon(lexicon)

  it('comes out of a file as it went in', () => {
    const decoded = decodeLexicon(decodeContainer(encodeContainer(sections)))
    expect(decoded.texts).toEqual(lexicon.texts)
    expect(decoded.questions).toEqual(lexicon.questions)
    expect(decoded.dictionary.data).toEqual(lexicon.dictionary.data)
    expect(decoded.vocabulary.size).toBe(lexicon.vocabulary.size)
    expect(encodeLexicon(decoded)).toEqual(sections)
  })

  it.each(Object.keys(sections))('is not read from a file without %s', (name) => {
    const { [name]: _, ...others } = sections
    expect(() => decodeLexicon(others as Sections)).toThrow(IndexError)
  })
})
