import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isUnanswerable, readQuestions } from '../../../scripts/evaluate/question-set.ts'
import { isGold } from '../../../scripts/evaluate/score-answer.ts'
import { ConfigurationError } from '../../../src/errors.ts'
import { readCorpusFolder } from '../../../src/storage/corpus/corpus-folder.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()

async function fileWith(text: string): Promise<string> {
  const file = join(await temporaryDirectory(), 'questions.jsonl')
  await writeFile(file, text)
  return file
}

describe('readQuestions', () => {
  it('reads a question a line, and leaves empty lines out', async () => {
    const file = await fileWith(
      '{"q":"who?","lang":"en","gold":["a"],"answer":["b"],"history":["c"]}\n\n{"q":"?"}\n',
    )
    const questions = await readQuestions([file, file])
    expect(questions).toHaveLength(4)
    expect(questions[0]).toEqual({
      q: 'who?',
      lang: 'en',
      kind: 'span',
      gold: ['a'],
      answer: ['b'],
      history: ['c'],
    })
  })

  it.each(['{"q":"?"', '{"q":7}', '{"question":"?"}'])('names the line that is none: %s', async (line) => {
    const reading = readQuestions([await fileWith(`{"q":"?"}\n${line}\n`)])
    await expect(reading).rejects.toThrow(ConfigurationError)
    await expect(reading).rejects.toThrow(/questions\.jsonl:2 is not a question/)
  })

  it('names a file that is not there', async () => {
    await expect(readQuestions(['/nowhere.jsonl'])).rejects.toThrow('/nowhere.jsonl cannot be read')
  })
})

describe('the question sets about the shipped article', () => {
  it.each([
    'dev',
    'held-out',
    'fresh',
  ])('%s: every answerable question has a paragraph that holds its gold words', async (set) => {
    const { articles } = await readCorpusFolder(fileURLToPath(new URL('../../../corpus', import.meta.url)))
    const texts = articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    const questions = await readQuestions([
      fileURLToPath(new URL(`../../evaluation/${set}.jsonl`, import.meta.url)),
    ])
    const lost = questions.filter(
      (question) => !isUnanswerable(question) && !texts.some((text) => isGold(question, text)),
    )
    expect(lost).toEqual([])
  })
})
