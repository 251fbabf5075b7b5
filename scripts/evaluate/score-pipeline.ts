import { writeFile } from 'node:fs/promises'
import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import type { EvaluateArguments } from './arguments.ts'
import { askOverHttp } from './ask-over-http.ts'
import { describeChat, type EvaluatedChat } from './chat/evaluated-chat.ts'
import { type EvaluatedIndex, openEvaluatedIndex } from './open-evaluated-index.ts'
import { readQuestions } from './question-set.ts'
import { printEnglish } from './report/print-english.ts'
import { printMisses } from './report/print-misses.ts'
import { printSummary } from './report/print-summary.ts'
import { summariseByGroup } from './report/summarise.ts'
import { type AskPipeline, runQuestions, type ScoredQuestion } from './run-questions.ts'

/** What is evaluated: question sets, and the index that is asked. */
export interface EvaluationSetting {
  /** Files of JSON Lines. */
  readonly questionSets: readonly string[]
  readonly index: EvaluatedIndex
}

/**
 * Asks every set and prints its scores, and those of all sets together.
 *
 * @param chat a language model that answers; without it, answers are quotations and sentences written ahead
 */
export async function scorePipeline(
  { questionSets, index }: EvaluationSetting,
  { url, verbose, json }: Pick<EvaluateArguments, 'url' | 'verbose' | 'json'>,
  chat?: EvaluatedChat,
): Promise<void> {
  const sets: { readonly file: string; readonly scored: readonly ScoredQuestion[] }[] = []
  const askAll = async (ask: AskPipeline) => {
    for (const file of questionSets) {
      const scored = await runQuestions(await readQuestions([file]), ask, ({ q }, error) =>
        console.error(`Failed: ${q}\n   ${error}`),
      )
      console.log(
        `${file}\n${verbose ? `${printMisses(scored)}\n` : ''}${printSummary(summariseByGroup(scored))}\n`,
      )
      sets.push({ file, scored })
    }
  }
  await askAll(
    url === undefined
      ? openSnapshot(await openEvaluatedIndex(index), { writer: chat?.writer }).ask
      : askOverHttp(url),
  )

  const scored = sets.flatMap((set) => set.scored)
  if (sets.length > 1) console.log(`all sets\n${printSummary(summariseByGroup(scored))}`)
  console.log(printEnglish(scored))
  if (chat !== undefined) console.log(await describeChat(scored, chat))
  if (json !== undefined) await writeFile(json, `${JSON.stringify(reportOf(scored), null, 1)}\n`)
}

function reportOf(scored: readonly ScoredQuestion[]) {
  return {
    summary: Object.fromEntries(summariseByGroup(scored)),
    questions: scored.map(({ question, score, outcome: { answer } }) => ({
      ...question,
      ...score,
      confidence: answer?.confidence,
      text: answer?.answer,
      cited: answer?.citations.map(({ id, quote }) => ({ id, quote })),
    })),
  }
}
