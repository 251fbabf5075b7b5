import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import type { Words } from '../../../src/retrieval/lexical/expand-term.ts'
import { respelt } from '../../../src/retrieval/question/respelt.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

describe('respelt', () => {
  let index: Words

  beforeAll(async () => {
    // The small corpus knows few words of the language.
    index = { ...(await openSmallIndex()).index.lexicalIndex, dictionary: await loadDictionary() }
  })

  it.each([
    ['whne was it foundd', 'when was it found'],
    ['hwo much moeny', 'how much money'],
    ['the importnce of expirience wihout probems', 'the importance of expirience without problems'],
  ])('puts %j right', (question, meant) => {
    expect(respelt(question, index)).toBe(meant)
  })

  it.each([
    'who bought twinings',
    'is podman or redis or kafka faster',
    'What is Zorblax?',
    'call whne() of my-whne',
    'Twinings 被誰收購',
  ])('leaves %j alone', (question) => {
    expect(respelt(question, index)).toBe(question)
  })
})
