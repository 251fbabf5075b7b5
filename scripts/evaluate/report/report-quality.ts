import { basename } from 'node:path'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import { type EvaluatedIndex, openEvaluatedIndex, withoutWrittenQuestions } from '../open-evaluated-index.ts'
import { findPublicSets } from '../public-sets.ts'
import { readQuestions } from '../question-set.ts'
import { runQuestions } from '../run-questions.ts'
import type { EvaluationSetting } from '../score-pipeline.ts'
import { markdownTable } from './markdown-table.ts'
import { replaceSectionInFile } from './marked-section.ts'
import { decimal } from './print-summary.ts'
import { ALL, FOLLOW_UPS, type Summary, summarise, summariseByGroup } from './summarise.ts'

const DOCUMENT = 'docs/quality.md'

/**
 * Writes the scores of the article, with and without the questions written ahead, and of public sets into
 * docs/quality.md.
 *
 * @param publicDirectory see findPublicSets; without it, what stands there about public sets is left as it is
 */
export async function reportQuality(
  { questionSets, index }: EvaluationSetting,
  publicDirectory: string | undefined,
): Promise<void> {
  const full = await askSets(questionSets, index)
  const bare = await askSets(questionSets, { ...index, revise: withoutWrittenQuestions })
  await publish('article', articleTable(full, bare))
  if (publicDirectory === undefined) return
  const rows: string[][] = []
  for (const { name, corpusDirectory, questionFile } of await findPublicSets(publicDirectory)) {
    const ask = await pipelineOf({ corpusDirectory })
    const scored = await runQuestions(await readQuestions([questionFile]), ask)
    const summary = summarise(scored.map(({ score }) => score))
    rows.push([name, String(summary.answerable), ...shares(summary), errors(summary)])
  }
  await publish(
    'public',
    markdownTable(['set', 'questions', 'cite@1', 'cite@3', 'answer', 'bad quotes, errors'], rows),
  )
}

type SetSummaries = ReadonlyMap<string, ReadonlyMap<string, Summary>>

/** The scores by set and group. */
async function askSets(files: readonly string[], index: EvaluatedIndex): Promise<SetSummaries> {
  const ask = await pipelineOf(index)
  const summaries = new Map<string, ReadonlyMap<string, Summary>>()
  for (const file of files)
    summaries.set(basename(file), summariseByGroup(await runQuestions(await readQuestions([file]), ask)))
  return summaries
}

async function pipelineOf(index: EvaluatedIndex) {
  return openSnapshot(await openEvaluatedIndex(index)).ask
}

function articleTable(full: SetSummaries, bare: SetSummaries): string {
  const rows = [...full].flatMap(([set, groups]) =>
    [...groups]
      .filter(([group]) => !group.startsWith(`${FOLLOW_UPS} `))
      .map(([group, summary]) => {
        const other = bare.get(set)?.get(group)
        return [
          group === ALL ? `**${set}, ${group}**` : `${set}, ${group}`,
          `${summary.answerable} + ${summary.unanswerable}`,
          ...[summary, other].flatMap((each) =>
            each === undefined ? [] : [...shares(each), decimal(each.abstentionF1)],
          ),
          [summary, other].map((each) => each && errors(each)).join('; '),
        ]
      }),
  )
  const figures = (name: string) => [`${name}: cite@1`, 'cite@3', 'answer', 'F1']
  return markdownTable(
    ['set', 'questions', ...figures('with'), ...figures('without'), 'bad quotes, errors'],
    rows,
  )
}

function shares({ citedFirst, citedAmongThree, holdsAnswer }: Summary): string[] {
  return [citedFirst, citedAmongThree, holdsAnswer].map(decimal)
}

function errors({ badQuotes, errors: failed }: Summary): string {
  return `${badQuotes}, ${failed}`
}

async function publish(section: string, table: string): Promise<void> {
  console.log(`${table}\n`)
  await replaceSectionInFile(DOCUMENT, section, table)
}
