import type { OpenIndex } from '../../../src/index/open.ts'
import { askWith, partsOf } from '../answering-parts.ts'
import { openEvaluatedIndex, withoutWrittenQuestions } from '../open-evaluated-index.ts'
import { findPublicSets } from '../public-sets.ts'
import { type EvaluationQuestion, readQuestions } from '../question-set.ts'
import { judge } from '../reliability/calibration.ts'
import { replaceSectionInFile } from '../report/marked-section.ts'
import { summarise } from '../report/summarise.ts'
import { type AskPipeline, runQuestions } from '../run-questions.ts'
import type { EvaluationSetting } from '../score-pipeline.ts'
import { type AblationColumn, type AblationScores, ablationTable } from './ablation-table.ts'
import { ABLATIONS } from './ablations.ts'
import { termKindTable } from './term-kind-table.ts'

const DOCUMENT = 'docs/quality.md'

/** Questions and the index that is asked. */
interface Setting {
  readonly name: string
  readonly questions: readonly EvaluationQuestion[]
  readonly index: OpenIndex
}

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
  const settings: Setting[] = [
    { name: 'with questions', questions, index: await openEvaluatedIndex(index) },
    {
      name: 'without',
      questions,
      index: await openEvaluatedIndex({ ...index, revise: withoutWrittenQuestions }),
    },
  ]
  const publicSets = publicDirectory === undefined ? [] : await findPublicSets(publicDirectory)
  for (const { name, corpusDirectory, questionFile } of publicSets) {
    const questions = await readQuestions([questionFile])
    settings.push({ name, questions, index: await openEvaluatedIndex({ corpusDirectory }) })
  }
  const kinds = termKindTable(
    settings.map((setting) => ({ ...setting, index: partsOf(setting.index).index })),
  )
  await publish('term kinds', kinds)
  const columns: AblationColumn[] = []
  for (const setting of settings) columns.push(await measure(setting))
  const names = ABLATIONS.map(({ name }) => name)
  await publish('ablation', ablationTable(names, columns))
}

async function publish(section: string, table: string): Promise<void> {
  console.log(`${table}\n`)
  await replaceSectionInFile(DOCUMENT, section, table)
}

async function measure({ name: setting, questions, index }: Setting): Promise<AblationColumn> {
  const score = async (name: string, ask: AskPipeline): Promise<AblationScores> => {
    const scored = await runQuestions(questions, ask, fail)
    const named = scored.filter((each) => judge(each)?.right).length
    const summary = summarise(scored.map((each) => each.score))
    console.error(`${setting}, without ${name}: cite@1 ${summary.citedFirst?.toFixed(3)}`)
    return { ...summary, named: named / summary.answerable }
  }
  const whole = await score('nothing', askWith(partsOf(index)))
  const ablated: AblationScores[] = []
  for (const { name, switchOff } of ABLATIONS)
    ablated.push(await score(name, askWith(switchOff(partsOf(index)))))
  return { setting, whole, ablated }
}

function fail({ q }: EvaluationQuestion, error: unknown): never {
  throw new Error(`Failed: ${q}`, { cause: error })
}
