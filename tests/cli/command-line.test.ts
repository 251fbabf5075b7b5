import { describe, expect, it } from 'vitest'
import { HELP, parseCommandLine } from '../../src/cli/command-line.ts'
import { ConfigurationError } from '../../src/errors.ts'

describe('parseCommandLine', () => {
  it.each([
    [['What is Docker?'], { question: 'What is Docker?', json: false }],
    [['What', 'is', 'Docker?'], { question: 'What is Docker?' }],
    [['--json', 'Docker'], { question: 'Docker', json: true }],
    [['Docker', '--max-citations', '2'], { question: 'Docker', maxCitations: 2 }],
    [['Docker', '--max-citations=two'], { maxCitations: Number.NaN }],
    [['--', '--what?'], { question: '--what?' }],
    [[], { question: undefined }],
    [['-'], { question: undefined }],
    [['-h'], { help: true }],
  ])('%j', (args, expected) => {
    expect(parseCommandLine(args)).toMatchObject(expected)
  })

  it('explains itself when a flag is unknown', () => {
    expect(() => parseCommandLine(['--jsn'])).toThrow(ConfigurationError)
    expect(() => parseCommandLine(['--jsn'])).toThrow(/--jsn.*npm run ask/s)
  })

  it('keeps its help within a terminal', () => {
    for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})
