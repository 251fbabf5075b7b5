import fc from 'fast-check'
import { citationUrl } from '../../src/answer/citation-url.ts'
import { escapeProse } from '../../src/answer/markdown/escape-prose.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Citation, RelatedParagraph } from '../../src/domain/citation.ts'
import type { Language } from '../../src/domain/language.ts'

/** Words as articles have them, and words that would act in Discord if they were let. */
const FRAGMENTS = [
  '雲計算的故事很長,要從很久以前說起。',
  'Docker was born in 2013. ',
  'Is it?! ',
  '😀👨‍👩‍👧🇹🇼',
  '𠮷野家',
  '\n',
  '\n\n- item\n1. first\n',
  '# heading\n',
  '> quoted\n-# small\n',
  '@everyone @here <@1184000000000000000> <#118> <:a:118> </ask:118> <t:0:R> ',
  'https://example.com/a_(b)?c=d*e ',
  'discord.gg/abc discord.com/invite/abc ',
  '[click](https://evil.example) ',
  '**bold** __under__ ~~gone~~ ||spoiler|| `code` ',
  '```js\nrun()\n``` ',
  '[1] [2](x) [99] ',
  '\\ \\* \\\\[ ',
  'e\u0301e\u0301',
  '(Cloud Native Computing Foundation)',
]

const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)

/** Not blank; mostly short, now and then far longer than any message. */
const words = fc
  .tuple(
    fc.array(fragment, { minLength: 1, maxLength: 6 }),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(1) },
      { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 60, max: 90 }) },
    ),
  )
  .map(([fragments, times]) => fragments.join('').repeat(times))
  .map((text) => (text.trim() === '' ? `字${text}` : text))

const name = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...FRAGMENTS),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
)
const article = fc.oneof(
  fc.constantFrom('cloud', 'notes/ships', '雲/計算(一)'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((id) => id.trim() !== ''),
)
const hash = fc.stringMatching(/^[0-9a-f]{8}$/)
const language = fc.constantFrom<Language>('en', 'zh-Hant', 'zh-Hans')

const citation: fc.Arbitrary<Citation> = fc
  .record({
    article,
    hash,
    title: name,
    section: name,
    paragraph: fc.integer({ min: 1, max: 5000 }),
    quote: words,
  })
  .map(({ hash: anchor, quote, ...place }) => {
    const id = `${place.article}#${anchor}`
    const span = { start: 0, end: quote.length }
    const url = citationUrl({ id, article: place.article }, span)
    const fields = { kind: 'prose', language: 'en', textStart: 0 } as const
    return { ...place, ...span, ...fields, id, marker: 1, quote, text: quote, url, score: 0.9 }
  })

const related: fc.Arbitrary<RelatedParagraph> = citation.map(
  ({ id, article, title, section, paragraph, text, textStart, url }) => ({
    id,
    article,
    title,
    section,
    paragraph,
    text,
    textStart,
    url,
  }),
)

/** A claim and what supports it. */
const part = fc.tuple(words, citation)

const answered: fc.Arbitrary<Answer> = fc
  .record({
    parts: fc.oneof(
      { weight: 20, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(part, { minLength: 4, maxLength: 25 }) },
    ),
    tail: words,
    language,
  })
  .map(({ parts, tail, language }) => ({
    kind: 'answer',
    answered: true,
    answer: parts.map(([text], index) => `${escapeProse(text)}[${index + 1}]`).join('') + escapeProse(tail),
    citations: parts.map(([, each], index) => ({ ...each, marker: index + 1 })),
    confidence: 0.9,
    language,
    answerLanguage: language,
    answerer: 'arbitrary',
    related: [],
  }))

const declined: fc.Arbitrary<Answer> = fc
  .record({ answer: words, related: fc.array(related, { maxLength: 2 }), language })
  .map((fields) => ({
    ...fields,
    kind: 'declined',
    answerLanguage: fields.language,
    answered: false,
    citations: [],
    confidence: 0.1,
    answerer: 'arbitrary',
  }))

/** Any answer, and a question to show above it or none. */
export const anyAnswer = fc.record({
  answer: fc.oneof({ weight: 5, arbitrary: answered }, { weight: 1, arbitrary: declined }),
  question: fc.option(
    words
      .map((text) => text.slice(0, 1000))
      .filter((text) => text.trim() !== '' && !/\p{Surrogate}/u.test(text)),
    { nil: undefined },
  ),
})

export const anyText = words
