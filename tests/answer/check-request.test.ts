import { describe, expect, it } from 'vitest'
import { checkRequest } from '../../src/answer/check-request.ts'
import { LONGEST_QUESTION } from '../../src/domain/question.ts'
import { InvalidRequestError } from '../../src/errors.ts'

describe('checkRequest', () => {
  it.each([
    { question: '?' },
    { question: ' 茶 ' },
    { question: '長'.repeat(LONGEST_QUESTION) },
    { question: '🚀'.repeat(LONGEST_QUESTION) },
    { question: `  ${'長'.repeat(LONGEST_QUESTION)}\n` },
    { question: '茶', maxCitations: 1 },
    { question: '茶', history: [] },
  ])('lets a usable request through', (request) => {
    expect(() => checkRequest(request)).not.toThrow()
  })

  it.each([
    [{ question: '' }, 'empty'],
    [{ question: ' \t\n\u3000\u00a0' }, 'empty'],
    [{ question: '長'.repeat(LONGEST_QUESTION + 1) }, `${LONGEST_QUESTION + 1} characters`],
    [{ question: '茶', maxCitations: 0 }, 'maxCitations'],
    [{ question: '茶', maxCitations: 2.5 }, 'maxCitations'],
    [{ question: '茶', maxCitations: Number.NaN }, 'maxCitations'],
  ])('says what is wrong with another', (request, message) => {
    expect(() => checkRequest(request)).toThrow(InvalidRequestError)
    expect(() => checkRequest(request)).toThrow(message)
  })
})
