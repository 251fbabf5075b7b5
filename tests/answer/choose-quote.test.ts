import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseQuote } from '../../src/answer/choose-quote.ts'
import type { Paragraph, Span } from '../../src/domain.ts'
import type { ReadCandidate } from '../../src/retrieval/evidence/read-candidate.ts'
import { splitSentences } from '../../src/text/sentences.ts'

function paragraphOf(text: string): Paragraph {
  return {
    id: 'a#1',
    article: 'a',
    position: 1,
    section: '',
    kind: 'prose',
    text,
    blocks: [{ kind: 'prose', start: 0, end: text.length }],
    sentences: splitSentences(text),
  }
}

/** The words that answer, where they stand. */
function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

/**
 * A paragraph as retrieval hands it over: `scores` says how much of the question each sentence says, `focus` which
 * words answer; without them the sentence that says most does.
 */
function candidateOf(
  paragraph: Paragraph,
  scores: readonly number[],
  focus?: Span,
  holdsAnswer: boolean | undefined = true,
): ReadCandidate {
  const sentences = paragraph.sentences.map(({ start, end }, at) => {
    const coverage = scores[at] ?? 0
    return { start, end, coverage, withContext: coverage, holdsAnswer: undefined }
  })
  const best = sentences.reduce<(typeof sentences)[number] | undefined>(
    (leader, sentence) => (leader === undefined || sentence.coverage > leader.coverage ? sentence : leader),
    undefined,
  )
  // The rest of a candidate is what it was ranked by.
  const read: Pick<ReadCandidate, 'sentences' | 'focus' | 'holdsAnswer'> = {
    sentences,
    focus: focus ?? best,
    holdsAnswer,
  }
  return read as ReadCandidate
}

function quoteOf(text: string, scores: readonly number[], room: number, words?: string): string | undefined {
  const focus = words === undefined ? undefined : spanOf(text, words)
  const paragraph = paragraphOf(text)
  const span = chooseQuote(paragraph, candidateOf(paragraph, scores, focus), room)
  return span && text.slice(span.start, span.end)
}

const FIRST = '茶葉從福建運往倫敦。'
const SECOND = '1717年,唐寧在倫敦開了第一家茶館。'
const THIRD = '茶館叫做 Golden Lyon。'
const TEXT = FIRST + SECOND + THIRD

describe('chooseQuote', () => {
  it('goes on where a short sentence says too little, or asks', () => {
    const texts = [
      '這不是嵌入式系統嗎?',
      '它可以運轉在低功耗的設備上。',
      '這將讓開發更為容易,也讓許多人高興得不得了,說了又說。',
    ]
    const paragraph = paragraphOf(texts.join(''))
    const quoted = (holdsAnswer: boolean | undefined, scores: readonly number[]) => {
      const span = chooseQuote(paragraph, candidateOf(paragraph, scores, undefined, holdsAnswer), 280)
      return span && paragraph.text.slice(span.start, span.end)
    }
    expect(quoted(false, [1, 0, 0])).toBe(paragraph.text)
    expect(quoted(true, [1, 0, 0])).toBe(`${texts[0]}${texts[1]}`)
    expect(quoted(true, [0, 1, 0])).toBe(texts[1])
  })

  it.each([
    [[1, 0, 0], FIRST],
    [[0, 1, 0], SECOND],
    [[0, 0, 1], THIRD],
  ])('takes the whole sentence that answers', (scores, sentence) => {
    expect(quoteOf(TEXT, scores, 276)).toBe(sentence)
  })

  it('takes the sentence that the words written ahead stand in, whole', () => {
    expect(quoteOf(TEXT, [0, 1, 0], 276, '第一家茶館')).toBe(SECOND)
    expect(quoteOf(TEXT, [0, 1, 0], 276, '倫敦開了第一家茶館。茶館叫做')).toBe(SECOND + THIRD)
  })

  it('takes in a neighbour that says as much, if there is room', () => {
    expect(quoteOf(TEXT, [0, 1, 1], 276)).toBe(SECOND + THIRD)
    expect(quoteOf(TEXT, [0, 1, 1], SECOND.length + 1)).toBe(SECOND)
  })

  it('cuts a sentence that is too long where clauses end', () => {
    const text = '茶館開了,客人來了,公司賣了,大家走了。'
    const quote = quoteOf(text, [1], 12) ?? ''
    expect(quote.length).toBeGreaterThan(0)
    expect(quote.length).toBeLessThanOrEqual(12)
    expect(text).toContain(quote)
    expect(quote).toMatch(/^(茶館開了|客人來了|公司賣了|大家走了).*[,。]$/)
  })

  it('keeps the words that answer when it cuts', () => {
    const text = `${'前面的話很長,'.repeat(10)}唐寧開了茶館,${'後面的話也很長,'.repeat(10)}完。`
    expect(quoteOf(text, [1], 40, '唐寧開了茶館')).toContain('唐寧開了茶館')
  })

  it('finds nothing where nothing fits', () => {
    expect(quoteOf('茶'.repeat(300), [1], 100)).toBeUndefined()
  })

  it('quotes a paragraph of which nothing was read', () => {
    const paragraph = paragraphOf(FIRST)
    const ranked = { ...candidateOf(paragraph, []), sentences: [], focus: undefined }
    expect(chooseQuote(paragraph, ranked, 276)).toEqual({ start: 0, end: FIRST.length })
  })

  describe('whatever the paragraph', () => {
    const piece = fc.constantFrom(
      '茶館',
      '😀',
      '𠮷',
      '收購了',
      ',',
      '、',
      '。',
      '! ',
      '. ',
      ' ',
      'Twinings ',
      '\n',
      'a'.repeat(50),
      '「',
      '」',
    )
    const text = fc
      .array(piece, { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join('').trim())
      .filter((all) => all !== '')
    const room = fc.integer({ min: 1, max: 276 })
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })

    function check(all: string, span: Span | undefined, most: number): void {
      if (span === undefined) return
      const quote = all.slice(span.start, span.end)
      expect(quote).not.toBe('')
      expect(quote).toBe(quote.trim())
      expect(span.end).toBeLessThanOrEqual(all.length)
      expect(quote.length).toBeLessThanOrEqual(most)
      expect(quote).not.toMatch(/\p{Surrogate}/u)
    }

    it('the quote fits, begins and ends with words, and splits no character', () => {
      fc.assert(
        fc.property(text, room, scores, (all, most, given) => {
          const paragraph = paragraphOf(all)
          check(all, chooseQuote(paragraph, candidateOf(paragraph, given), most), most)
        }),
        { numRuns: 300 },
      )
    })

    it('the same with words written ahead', () => {
      fc.assert(
        fc.property(text, room, fc.nat(), fc.nat(), (all, most, from, length) => {
          const paragraph = paragraphOf(all)
          const characters = [...all]
          const start = from % characters.length
          const quote = characters
            .slice(start, start + 1 + (length % 40))
            .join('')
            .trim()
          fc.pre(quote !== '')
          check(all, chooseQuote(paragraph, candidateOf(paragraph, [], spanOf(all, quote)), most), most)
        }),
        { numRuns: 300 },
      )
    })

    it('whole sentences where they fit', () => {
      fc.assert(
        fc.property(text, scores, (all, given) => {
          const paragraph = paragraphOf(all)
          fc.pre(all.length <= 276)
          const span = chooseQuote(paragraph, candidateOf(paragraph, given), 276)
          expect(paragraph.sentences.map(({ start }) => start)).toContain(span?.start)
          expect(paragraph.sentences.map(({ end }) => end)).toContain(span?.end)
        }),
      )
    })
  })
})
