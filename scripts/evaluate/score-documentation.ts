import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import type { EvaluateArguments } from './arguments.ts'
import { openEvaluatedIndex } from './open-evaluated-index.ts'
import { findPublicSets } from './public-sets.ts'
import { readQuestions } from './question-set.ts'
import { calibrationOf, type Judged, judge } from './reliability/calibration.ts'
import { printMisses } from './report/print-misses.ts'
import { decimal, printSummary } from './report/print-summary.ts'
import { ALL, summarise } from './report/summarise.ts'
import { runQuestions } from './run-questions.ts'

/** Confidence from which on an answer counts as sure. */
const SURE = 0.9

/** Asks each corpus of a folder its own questions, as it is found there, and prints its scores and how true its confidence is. */
export async function scoreDocumentation(
  directory: string,
  { verbose }: Pick<EvaluateArguments, 'verbose'>,
): Promise<void> {
  const all: Judged[] = []
  for (const { name, corpusDirectory, questionFile } of await findPublicSets(directory)) {
    const { ask } = openSnapshot(await openEvaluatedIndex({ corpusDirectory }))
    const scored = await runQuestions(await readQuestions([questionFile]), ask)
    const judged = scored.flatMap((each) => judge(each) ?? [])
    all.push(...judged)
    if (verbose) console.log(printMisses(scored))
    const summary = summarise(scored.map(({ score }) => score))
    console.log(`${name}\n${printSummary(new Map([[ALL, summary]]))}\n${printCalibration(judged)}\n`)
  }
  console.log(`all corpora\n${printCalibration(all)}`)
}

function printCalibration(judged: readonly Judged[]): string {
  const { bins, expectedError } = calibrationOf(judged, 5)
  const sure = judged.filter(({ confidence }) => confidence >= SURE)
  const shown = bins.map(
    ({ from, to, count, right }) => `${from.toFixed(1)}–${to.toFixed(1)}: ${decimal(right)} of ${count}`,
  )
  return [
    `confidence and the share that is right: ${shown.join('  ')}`,
    `calibration error ${decimal(expectedError)}; at ${SURE} and above ${sure.filter(({ right }) => right).length} of ${sure.length} right`,
  ].join('\n')
}
