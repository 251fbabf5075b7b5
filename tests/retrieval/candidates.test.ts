import { beforeAll, describe, expect, it } from 'vitest'
import { findCandidates } from '../../src/retrieval/candidates.ts'
import { analyseQuestion } from '../../src/retrieval/lexical/analyse-question.ts'
import { corpusOfTexts } from '../support/corpora/small-corpus.ts'
import { openSmallIndex, type SmallIndex } from '../support/corpora/small-corpus-index.ts'

/** How many paragraphs are read at most. */
const MOST_CANDIDATES = 24

describe('findCandidates', () => {
  let small: SmallIndex

  beforeAll(async () => {
    small = await openSmallIndex()
  })

  /** @param vector of the question, unless a test is about another */
  async function find(question: string, { index, embeddings } = small, vector?: readonly number[]) {
    const query = analyseQuestion([{ text: question, weight: 1, withoutNames: false }], index.lexicalIndex)
    return findCandidates(query, vector ?? (await embeddings.embedQuery(question)), index)
  }

  function zeros(): number[] {
    return Array(small.index.search.dimensions).fill(0)
  }

  it('lists each paragraph once, with shares of what the question could reach', async () => {
    const candidates = await find('誰收購了 Twinings 公司?')
    const rows = candidates.map(({ paragraphRow }) => paragraphRow)
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows).size).toBe(rows.length)
    for (const { paragraphRow, lexicalScore, cosine, questions } of candidates) {
      expect(paragraphRow).toBeLessThan(small.index.library.paragraphCount)
      for (const share of [lexicalScore, cosine, ...questions.map(({ score }) => score)]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(Number.isFinite(share)).toBe(true)
      }
    }
  })

  it('lists the questions of a paragraph, nearest first', async () => {
    const candidates = await find('Who bought Twinings?')
    const passages = candidates.flatMap(({ paragraphRow, questions }) => {
      const scores = questions.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((left, right) => right - left))
      for (const { passage } of questions)
        expect(small.index.passages.at(passage)).toMatchObject({ kind: 'question', paragraphRow })
      return questions.slice(0, 1).map(({ passage }) => small.index.passages.at(passage).text)
    })
    expect(passages).toContain('Who bought Twinings?')
  })

  it('finds by words alone', async () => {
    const candidates = await find('granite', small, zeros())
    const [first] = candidates
    expect(first?.lexicalScore).toBeGreaterThan(0)
    expect(first?.cosine).toBe(0)
    expect(small.index.library.paragraphAt(first?.paragraphRow ?? 0).text).toContain('granite')
  })

  it('finds by the vector alone', async () => {
    const candidates = await find(
      '?',
      small,
      await small.embeddings.embedQuery('granite Smeaton engineer Leeds'),
    )
    const [first] = candidates
    expect(first?.lexicalScore).toBe(0)
    expect(first?.cosine).toBeGreaterThan(0.3)
    expect(small.index.library.paragraphAt(first?.paragraphRow ?? 0).text).toContain('granite')
  })

  it('finds nothing where there is nothing to find', async () => {
    expect(await find('?', small, zeros())).toEqual([])
  })

  it('passes on a bounded number of a large corpus', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, at) => `茶館 number ${at} sells tea.`)
    const large = await openSmallIndex({ corpus: corpusOfTexts({ large: paragraphs.join('\n\n') }) })
    expect(await find('茶館', large)).toHaveLength(MOST_CANDIDATES)
  })

  it('reads some of which nothing is written, however many with questions come nearer', async () => {
    const written = Array.from({ length: 60 }, (_, at) => `茶館 number ${at} sells tea.`)
    const unwritten = Array.from(
      { length: 6 },
      (_, at) => `A paragraph about much, and in passing tea ${at}.`,
    )
    const corpus = corpusOfTexts({ text: [...written, ...unwritten].join('\n\n') })
    const { paragraphs = [] } = corpus.articles[0] ?? {}
    const writtenQuestions = paragraphs.slice(0, written.length).map(({ id, text }) => ({
      paragraphId: id,
      names: [],
      answers: [
        {
          start: 0,
          end: text.length,
          quote: text,
          says: [],
          questions: [{ language: 'zh-Hant' as const, text: '茶館 sells tea?' }],
        },
      ],
    }))
    const crowded = await openSmallIndex({ corpus: { ...corpus, writtenQuestions } })
    const candidates = await find('茶館 sells tea?', crowded)
    expect(candidates).toHaveLength(MOST_CANDIDATES)
    expect(candidates.filter(({ paragraphRow }) => paragraphRow >= written.length)).toHaveLength(4)
  })

  it('reads the nearest by vectors, whatever their words are', async () => {
    const near = Array.from({ length: 60 }, (_, at) => `茶館 number ${at} sells tea.`)
    const corpus = corpusOfTexts({ near: near.join('\n\n'), far: 'Lighthouses warn ships of rocks.' })
    const { index, embeddings } = await openSmallIndex({ corpus })
    const query = analyseQuestion([{ text: '茶館 tea', weight: 1, withoutNames: false }], index.lexicalIndex)
    const { start: far = -1 } = index.library.paragraphRows('far') ?? {}
    const rowsFor = async (text: string) =>
      findCandidates(query, await embeddings.embedQuery(text), index).map(({ paragraphRow }) => paragraphRow)
    expect(await rowsFor('茶館 tea')).not.toContain(far)
    expect(await rowsFor('lighthouses that warn ships of rocks')).toContain(far)
  })

  it('finds as many of the accepted paragraphs, however many others come nearer', async () => {
    const tea = (count: number, words: string) =>
      Array.from({ length: count }, (_, at) => `茶館 number ${at} ${words}.`).join('\n\n')
    const near = tea(2000, 'sells tea')
    const far = tea(60, 'is described at some length, and sells many other things than tea to people')
    const { index, embeddings } = await openSmallIndex({ corpus: corpusOfTexts({ near, far }) })
    const rows = index.library.paragraphRows('far') ?? { start: 0, end: 0 }
    const query = analyseQuestion([{ text: '茶館 tea', weight: 1, withoutNames: false }], index.lexicalIndex)
    const vector = await embeddings.embedQuery('茶館 tea')
    const isFar = (row: number) => row >= rows.start && row < rows.end
    expect(findCandidates(query, vector, index).some(({ paragraphRow }) => isFar(paragraphRow))).toBe(false)
    const candidates = findCandidates(query, vector, index, isFar)
    expect(candidates).toHaveLength(MOST_CANDIDATES)
    expect(candidates.every(({ paragraphRow }) => isFar(paragraphRow))).toBe(true)
    for (const { lexicalScore } of candidates) expect(lexicalScore).toBeGreaterThan(0)
    // The vectors are asked for more than are read, and accept as the words do.
    expect(candidates.filter(({ cosine }) => cosine > 0)).toHaveLength(MOST_CANDIDATES)
  })

  it('passes on the best of more than it looks at one by one', async () => {
    const paragraphs = Array.from(
      { length: 1300 },
      (_, at) => `${at % 13 === 5 ? '茶館 ' : ''}茶館 sells tea ${at}`,
    )
    const large = await openSmallIndex({ corpus: corpusOfTexts({ large: paragraphs.join('\n\n') }) })
    const candidates = await find('茶館', large)
    expect(candidates).toHaveLength(MOST_CANDIDATES)
    for (const { paragraphRow } of candidates) expect(paragraphRow % 13).toBe(5)
  })

  it('takes the best piece of a long paragraph', async () => {
    const filler = `${'lighthouse '.repeat(65)}.`
    const long = await openSmallIndex({
      corpus: corpusOfTexts({ long: `${filler} ${filler} Twinings was bought. ${filler}\n\nrailway` }),
    })
    const candidates = await find('Twinings', long)
    const { piece } = candidates.find(({ paragraphRow }) => paragraphRow === 0) ?? {}
    expect(long.index.passages.at(piece ?? 0).text).toContain('Twinings was bought')
  })

  it('orders paragraphs that are alike as they stand in the corpus', async () => {
    const alike = await openSmallIndex({ corpus: corpusOfTexts({ a: '茶館 x', b: '茶館 y', c: '茶館 z' }) })
    const candidates = await find('茶館', alike)
    expect(candidates.map(({ paragraphRow }) => paragraphRow)).toEqual([0, 1, 2])
  })

  it('finds what a question asks for beside a notice on a hundred pages that says nearly the same', async () => {
    const pages = Array.from({ length: 100 }, (_, at) => [
      `page-${at}`,
      `# Page ${at}\n\nAsk about tea in the forum.\n\nHarbour ${at} is open.`,
    ])
    const corpus = corpusOfTexts({
      ...Object.fromEntries(pages),
      tea: '# Tea\n\nAsk about the tea and you are told: it comes from Fujian.',
    })
    const small = await openSmallIndex({ corpus })
    const texts = (await find('ask about tea', small)).map(
      ({ paragraphRow }) => small.index.library.paragraphAt(paragraphRow).text,
    )
    expect(texts).toContain('Ask about the tea and you are told: it comes from Fujian.')
    expect(texts).not.toContain('Ask about tea in the forum.')
  })
})
