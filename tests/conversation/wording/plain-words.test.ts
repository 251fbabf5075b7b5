import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/conversation/wording/plain-words.ts'

describe('plainWords', () => {
  it.each([
    ['<@1> What is Docker?', 'What is Docker?'],
    ['<@!1> <@&2> (from <#3>) What is Docker?', 'What is Docker?'],
    ['What is Docker? <:thonk:585> <a:wave:3>', 'What is Docker?'],
    ['What is Docker? <t:1700000000:R>', 'What is Docker?'],
    ['</ask:4> What is Docker?', 'What is Docker?'],
    ['What is Docker? 👍🏽 👩‍💻 🇹🇼', 'What is Docker?'],
    ['hey :wave: what is Docker?', 'hey\nwhat is Docker?'],
    ['https://example.org/a?b=1 What is Docker?', 'What is Docker?'],
    ['見 https://example.org/路,Docker 是什麼?', '見 路,Docker 是什麼?'],
    ['What is [Docker](https://docker.com)?', 'What is Docker?'],
    ['What is ||Docker||, **really**?', 'What is Docker, really?'],
    ['> use Docker\nWhat is that?', 'What is that?'],
    ['What is that?\n>>> use Docker\nand more', 'What is that?'],
    ['@Footnote @bob what is Docker? @everyone', 'what is Docker?'],
    ['什麼是容器? [捂脸]', '什麼是容器?'],
  ])('%j → %j', (written, words) => {
    expect(plainWords(written)).toBe(words)
  })

  it.each([
    'What does `@types/node` hold?',
    'Is std::vector<int> a container?',
    'a || b in a shell',
    'What is __dirname?',
    'if (a < b) and (c > d)',
    '12:30:45 or 1:2?',
    'https://example.org/only-a-link',
  ])('leaves %j as it is', (written) => {
    expect(plainWords(written)).toBe(written)
  })

  it('keeps a message that is nothing but quoted', () => {
    expect(plainWords('> What is Docker?')).toBe('What is Docker?')
  })

  it('keeps a name that is a subject of the corpus', () => {
    const isSubject = (word: string) => word === 'media'
    expect(plainWords('@media queries', isSubject)).toBe('@media queries')
    expect(plainWords('@bob queries', isSubject)).toBe('queries')
  })
})
