import { type AblationColumn, ablationTable } from './ablation-table.ts'
import { ABLATIONS } from './ablations.ts'
import { askWith, partsOf } from './answering-parts.ts'
import { replaceSectionInFile } from './marked-section.ts'
import { type EvaluatedIndex, openEvaluatedIndex, withoutWrittenQuestions } from './open-evaluated-index.ts'
import { findPublicSets } from './public-sets.ts'
import { type EvaluationQuestion, readQuestions } from './question-set.ts'
import { type AskPipeline, runQuestions } from './run-questions.ts'
import type { EvaluationSetting } from './score-pipeline.ts'
import { type Summary, summarise } from './summarise.ts'

const DOCUMENT = 'docs/quality.md'
const SECTION = 'ablation'

/**
 * Switches each ingredient off by itself, and writes what that changes into docs/quality.md. Nothing is trained again:
 * the figures say what the pipeline as it is owes to the ingredient.
 *
 * @param publicDirectory public sets to ask as well, see findPublicSets
 */
export async function ablatePipeline(
  { questionSets, index }: EvaluationSetting,
  publicDirectory: string | undefined,
): Promise<void> {
  const questions = await readQuestions(questionSets)
  const columns = [
    await measure('with questions', questions, index),
    await measure('without', questions, {
      ...index,
      revise: withoutWrittenQuestions,
    }),
  ]
  for (const { name, corpusDirectory, questionFile } of publicDirectory
    ? await findPublicSets(publicDirectory)
    : [])
    columns.push(await measure(name, await readQuestions([questionFile]), { corpusDirectory }))
  const table = ablationTable(
    ABLATIONS.map(({ name }) => name),
    columns,
  )
  console.log(table)
  await replaceSectionInFile(DOCUMENT, SECTION, table)
}

async function measure(
  setting: string,
  questions: readonly EvaluationQuestion[],
  evaluated: EvaluatedIndex,
): Promise<AblationColumn> {
  const index = await openEvaluatedIndex(evaluated)
  const score = async (name: string, ask: AskPipeline): Promise<Summary> => {
    const summary = summarise((await runQuestions(questions, ask, fail)).map((scored) => scored.score))
    console.error(`${setting}, without ${name}: cite@1 ${summary.citedFirst?.toFixed(3)}`)
    return summary
  }
  const whole = await score('nothing', askWith(partsOf(index)))
  const ablated: Summary[] = []
  for (const { name, switchOff } of ABLATIONS)
    ablated.push(await score(name, askWith(switchOff(partsOf(index)))))
  return { setting, whole, ablated }
}

function fail({ q }: EvaluationQuestion, error: unknown): never {
  throw new Error(`Failed: ${q}`, { cause: error })
}
