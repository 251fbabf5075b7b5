import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { parseWrittenQuestions } from '../../src/corpus/written-questions.ts'

const article = parseArticle({
  path: 'a.md',
  text: '# T\n\n電報很快。Lin 這樣說。電報很快。\n\n"It was: fast", #1.\n',
})
const [first, second] = article.paragraphs.map(({ id }) => id.split('#')[1])

describe('a sidecar', () => {
  test('holds what people wrote about each paragraph', () => {
    const { entries, dropped } = parseWrittenQuestions(
      `
# a comment
- paragraph: ${first}
  opening: whatever stood there once
  context: Where speed is first spoken of.
  names: [Lin, 林]
  answers:
    - quote: Lin 這樣說。
      says:
        en: "Lin said: so."
        zh-Hans: 林这样说。
      zh-Hant: [誰說的？]
      zh-Hans:
        - 谁说的？
        - 这话是谁说的
      en: ["who said: fast?"]
    - quote: 電報很快。
      en: [How fast?]
- paragraph: ${second}
  answers:
    - quote: '"It was: fast", #1.'
`,
      article,
    )
    expect(dropped).toEqual([])
    expect(entries).toEqual([
      {
        paragraphId: `a#${first}`,
        context: 'Where speed is first spoken of.',
        names: ['Lin', '林'],
        answers: [
          {
            quote: 'Lin 這樣說。',
            start: 5,
            end: 13,
            says: [
              { language: 'zh-Hans', text: '林这样说。' },
              { language: 'en', text: 'Lin said: so.' },
            ],
            questions: [
              { language: 'zh-Hant', text: '誰說的？' },
              { language: 'zh-Hans', text: '谁说的？' },
              { language: 'zh-Hans', text: '这话是谁说的' },
              { language: 'en', text: 'who said: fast?' },
            ],
          },
          {
            quote: '電報很快。',
            start: 0,
            end: 5,
            says: [],
            questions: [{ language: 'en', text: 'How fast?' }],
          },
        ],
      },
      {
        paragraphId: `a#${second}`,
        names: [],
        answers: [{ quote: '"It was: fast", #1.', start: 0, end: 19, says: [], questions: [] }],
      },
    ])
  })

  test('may be empty', () => {
    expect(parseWrittenQuestions('', article)).toEqual({ entries: [], dropped: [] })
    expect(parseWrittenQuestions('# later\n', article)).toEqual({ entries: [], dropped: [] })
  })

  test('says together what several entries say of one paragraph, so that one can be added at the end', () => {
    const yaml = `
- paragraph: ${first}
  context: Where speed is first spoken of.
  names: [Lin]
  answers:
    - quote: Lin 這樣說。
      says: { en: Lin said so. }
      en: [Who said so?]
- paragraph: ${first}
  context: Another line.
  names: [Lin, 林]
  overview: 電報很快。
  answers:
    - quote: Lin 這樣說。
      en: [who says]
`
    const { entries, dropped } = parseWrittenQuestions(yaml, article)
    expect(dropped).toEqual([])
    expect(entries).toMatchObject([
      {
        paragraphId: `a#${first}`,
        context: 'Where speed is first spoken of.',
        names: ['Lin', '林'],
        overview: [{ start: 0, end: 5 }],
        answers: [
          { questions: [{ text: 'Who said so?' }], says: [{ text: 'Lin said so.' }] },
          { questions: [{ text: 'who says' }] },
        ],
      },
    ])
  })

  test('takes names that look like numbers as they are written', () => {
    const { entries } = parseWrittenQuestions(`- paragraph: ${first}\n  names: [1e5, 007, true]\n`, article)
    expect(entries[0]?.names).toEqual(['1e5', '007', 'true'])
  })
})

describe('what is dropped, with its line', () => {
  const dropped = (yaml: string) => parseWrittenQuestions(yaml, article).dropped

  test('an entry whose paragraph has changed, also one that looks like a number', () => {
    expect(dropped(`- paragraph: ${first}\n\n- paragraph: 12345e678901\n`)).toEqual([
      { line: 3, reason: expect.stringContaining('no paragraph 12345e678901') },
    ])
  })

  test('an answer whose quote is not verbatim, and no other', () => {
    const { entries, dropped } = parseWrittenQuestions(
      `- paragraph: ${first}\n  answers:\n    - quote: 電報很慢。\n      en: [a]\n    - quote: 電報很快。\n      en: [b]\n`,
      article,
    )
    expect(dropped).toEqual([{ line: 3, reason: expect.stringContaining('電報很慢。') }])
    expect(entries[0]?.answers.map(({ quote }) => quote)).toEqual(['電報很快。'])
  })

  test.each([
    ['not a list', 'paragraph: x\n', 1, /list/],
    ['an entry that is none', '- x\n', 1, /./],
    ['an entry without a paragraph', '- names: [a]\n', 1, /paragraph/],
    ['a field that is not known', `- paragraph: ${first}\n  name: [a]\n`, 1, /name/],
    [
      'a language that is not known',
      `- paragraph: ${first}\n  answers:\n    - quote: Lin\n      zh-hant: [a]\n`,
      3,
      /zh-hant/,
    ],
    [
      'questions that are no list',
      `- paragraph: ${first}\n  answers:\n    - quote: Lin\n      en: a\n`,
      3,
      /en/,
    ],
    ['answers that are no list', `- paragraph: ${first}\n  answers: Lin\n`, 1, /answers/],
    ['malformed YAML', `- paragraph: ${first}\n- a: [1\n- b\n`, 3, /YAML.*column \d/],
  ])('%s', (_, yaml, line, reason) => {
    expect(dropped(yaml)).toEqual([{ line, reason: expect.stringMatching(reason) }])
  })

  test('takes no statement in a language that nobody asks in', () => {
    const { entries, dropped } = parseWrittenQuestions(
      `- paragraph: ${first}\n  answers:\n    - quote: 電報很快。\n      says: {fr: C'est rapide.}\n`,
      article,
    )
    expect(entries[0]?.answers).toEqual([])
    expect(dropped[0]?.reason).toContain('says')
  })
})
