import { describe, expect, it } from 'vitest'
import { parseEvaluateArguments } from '../../../scripts/evaluate/arguments.ts'
import { ConfigurationError } from '../../../src/errors.ts'

describe('parseEvaluateArguments', () => {
  it('scores the shipped sets unless it is told otherwise', () => {
    expect(parseEvaluateArguments([])).toMatchObject({
      task: 'score',
      questions: [],
      corpus: undefined,
      url: undefined,
      withoutQuestions: false,
    })
  })

  it('takes several question sets', () => {
    const { questions } = parseEvaluateArguments(['--questions', 'a.jsonl', '--questions', 'b.jsonl'])
    expect(questions).toEqual(['a.jsonl', 'b.jsonl'])
  })

  it.each([
    [['--ablate', '--reliability']],
    [['--url', 'http://127.0.0.1:1', '--ablate']],
    [['--url', 'http://127.0.0.1:1', '--without-questions']],
    [['--url', 'http://127.0.0.1:1', '--corpus', 'corpus']],
    [['--public', 'sets']],
    [['--chat', '--url', 'http://127.0.0.1:1']],
    [['--chat', '--gate']],
    [['--unknown']],
    [['stray']],
  ])('refuses %j', (args) => {
    expect(() => parseEvaluateArguments(args)).toThrow(ConfigurationError)
  })
})
