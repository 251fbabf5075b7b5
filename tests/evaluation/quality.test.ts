import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { indexInMemory, withoutWrittenQuestions } from '../../scripts/evaluate/open-evaluated-index.ts'
import { readQuestions } from '../../scripts/evaluate/question-set.ts'
import { type Summary, summarise } from '../../scripts/evaluate/report/summarise.ts'
import { runQuestions, type ScoredQuestion } from '../../scripts/evaluate/run-questions.ts'
import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'
import { FLOORS, FOLLOW_UP_FLOORS } from './floors.ts'

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))
const SETS = ['dev', 'held-out', 'fresh'] as const

type Scored = Readonly<Record<(typeof SETS)[number], readonly ScoredQuestion[]>>

/** The shipped article, asked as `npm run eval` asks it, with and without the questions written ahead. */
const asked = {} as Record<'with' | 'without', Scored>

beforeAll(async () => {
  const corpus = await readCorpusFolder(CORPUS)
  const full = await indexInMemory(corpus)
  const bare = await indexInMemory({ ...corpus, ...withoutWrittenQuestions(corpus) }, full)
  for (const [name, index] of [
    ['with', full],
    ['without', bare],
  ] as const) {
    const { ask } = openSnapshot(index)
    asked[name] = {
      dev: await runQuestions(await readQuestions([fileOf('dev')]), ask, fail),
      'held-out': await runQuestions(await readQuestions([fileOf('held-out')]), ask, fail),
      fresh: await runQuestions(await readQuestions([fileOf('fresh')]), ask, fail),
    }
  }
})

function fileOf(set: (typeof SETS)[number]): string {
  return fileURLToPath(new URL(`${set}.jsonl`, import.meta.url))
}

function fail(_: unknown, error: unknown): never {
  throw error
}

function summaryOf(scored: readonly ScoredQuestion[]): Summary {
  return summarise(scored.map(({ score }) => score))
}

describe.each(['with', 'without'] as const)('answers %s questions written ahead', (name) => {
  it.each(SETS)('are no worse on %s than they were', (set) => {
    const summary = summaryOf(asked[name][set])
    const floors = FLOORS[name][set]
    // In one assertion, so that a failure shows all figures at once.
    expect(floorsOf(summary, floors)).toEqual(floors)
    expect(summary).toMatchObject({ badQuotes: 0, errors: 0 })
  })
})

describe('follow-ups', () => {
  it('are answered no worse than they were', () => {
    const followUps = SETS.flatMap((set) => asked.with[set]).filter(({ question }) => question.history)
    expect(followUps.length).toBeGreaterThan(0)
    expect(floorsOf(summaryOf(followUps), FOLLOW_UP_FLOORS)).toEqual(FOLLOW_UP_FLOORS)
  })
})

/** Each figure that reaches its floor as the floor, and each that does not as it is. */
function floorsOf<Name extends keyof Summary>(
  summary: Summary,
  floors: Readonly<Record<Name, number>>,
): Record<string, number | undefined> {
  return Object.fromEntries(
    Object.entries<number>(floors).map(([name, floor]) => {
      const figure = summary[name as Name]
      return [name, figure !== undefined && figure >= floor ? floor : figure]
    }),
  )
}
