import { writeFile } from 'node:fs/promises'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import { type EvaluatedIndex, openEvaluatedIndex, withoutWrittenQuestions } from '../open-evaluated-index.ts'
import { type EvaluationQuestion, readQuestions } from '../question-set.ts'
import { replaceSectionInFile } from '../report/marked-section.ts'
import { runQuestions } from '../run-questions.ts'
import type { EvaluationSetting } from '../score-pipeline.ts'
import { calibrationOf, judge } from './calibration.ts'
import { type Curve, reliabilityDiagram } from './reliability-diagram.ts'
import { reliabilityTable } from './reliability-table.ts'

const DOCUMENT = 'docs/quality.md'
const SECTION = 'reliability'
const DIAGRAM = 'docs/reliability.svg'

/** Compares the confidence of the answers with how often they are right; draws it and writes it into the docs. */
export async function testReliability({ questionSets, index }: EvaluationSetting): Promise<void> {
  const questions = await readQuestions(questionSets)
  const curves = [
    await curveOf('with questions', questions, index),
    await curveOf('without', questions, { ...index, revise: withoutWrittenQuestions }),
  ]
  const table = reliabilityTable(curves)
  console.log(table)
  await writeFile(DIAGRAM, reliabilityDiagram(curves))
  await replaceSectionInFile(DOCUMENT, SECTION, table)
}

async function curveOf(
  name: string,
  questions: readonly EvaluationQuestion[],
  evaluated: EvaluatedIndex,
): Promise<Curve> {
  const { ask } = openSnapshot(await openEvaluatedIndex(evaluated))
  const scored = await runQuestions(questions, ask)
  return { name, calibration: calibrationOf(scored.flatMap((each) => judge(each) ?? [])) }
}
