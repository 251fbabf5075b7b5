import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ClaimChecker } from '../../src/claims/check-claim.ts'
import { checkStatements } from '../../src/index/build/check-statements.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'

/** Seconds of work, and minutes where many others work. */
const TIMEOUT = 180_000

it(
  'accepts every statement of the shipped article',
  async () => {
    const corpus = await readCorpusFolder(fileURLToPath(new URL('../../corpus', import.meta.url)))
    const written = corpus.writtenQuestions.flatMap(({ answers }) => answers.flatMap(({ says }) => says))
    const { statements, refused } = checkStatements(corpus, new ClaimChecker(await loadDictionary()))
    expect(refused).toEqual([])
    expect(statements).toHaveLength(written.length)
    expect(written.length).toBeGreaterThan(600)
  },
  TIMEOUT,
)
