import { beforeAll, describe, expect, it } from 'vitest'
import { LearnedTurns } from '../../../src/conversation/classify/learned-turns.ts'
import { TurnReader } from '../../../src/conversation/read-turn.ts'
import { spokenOf } from '../../../src/conversation/scope/spoken-of.ts'
import type { LexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { corpusOfTexts } from '../../support/corpora/small-corpus.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

describe('what a corpus speaks of', () => {
  let lexicalIndex: LexicalIndex

  beforeAll(async () => {
    const corpus = corpusOfTexts({
      accounts: '# Accounts\n\nYou can change your password on the page of your account.',
      lanterns: '# Lanterns\n\n## Moving the database\n\nRun `lantern migrate`.\n\nKeepers change at noon.',
    })
    lexicalIndex = (await openSmallIndex({ corpus })).index.lexicalIndex
  })

  it.each([
    ['in a paragraph', 'How do I change my password?', true],
    ['in a heading', 'How do I move the database?', true],
    ['in different places', 'Is my password changed at noon?', false],
    ['in part', 'How do I change my bicycle?', false],
    ['in a word alone', 'password', false],
  ])('is said together %s', (_, text, isSaidTogether) => {
    expect(spokenOf(text, lexicalIndex).isSaidTogether).toBe(isSaidTogether)
  })

  it.each([
    'How do I change my password?',
    'How do I move the database?',
  ])('is no request to somebody else, however like one it sounds: %s', (text) => {
    const turns = new LearnedTurns(lexicalIndex)
    expect(
      turns.read(new TurnReader(lexicalIndex).read(text), { isBehindQuestion: false }).turnClass,
    ).toBeUndefined()
  })

  it('leaves what it does not speak of to others', () => {
    const turns = new LearnedTurns(lexicalIndex)
    const turn = new TurnReader(lexicalIndex).read('can you do my homework for me please')
    expect(turns.read(turn, { isBehindQuestion: false }).turnClass).toBe('out-of-scope')
  })
})
