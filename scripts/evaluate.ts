import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { ablatePipeline } from './evaluate/ablations/ablate-pipeline.ts'
import { HELP, parseEvaluateArguments } from './evaluate/arguments.ts'
import { openEvaluatedChat } from './evaluate/chat/evaluated-chat.ts'
import { reportGate } from './evaluate/gate/report-gate.ts'
import { withoutWrittenQuestions } from './evaluate/open-evaluated-index.ts'
import { testReliability } from './evaluate/reliability/test-reliability.ts'
import { reportQuality } from './evaluate/report/report-quality.ts'
import { scoreDocumentation } from './evaluate/score-documentation.ts'
import { scorePipeline } from './evaluate/score-pipeline.ts'

/** The question sets about the shipped article. */
const QUESTION_SETS = ['dev', 'held-out', 'fresh'].map((set) => `tests/evaluation/${set}.jsonl`)

/** `npm run eval`: asks the running pipeline question sets and prints how good its answers are. */
async function main(): Promise<void> {
  const args = parseEvaluateArguments(process.argv.slice(2))
  if (args.help) {
    process.stdout.write(HELP)
    return
  }
  const configuration = readConfiguration(environment())
  const { CORPUS_DIR, INDEX_DIR } = configuration
  const setting = {
    questionSets: args.questions.length > 0 ? args.questions : QUESTION_SETS,
    index: {
      corpusDirectory: args.corpus ?? CORPUS_DIR,
      indexDirectory: args.corpus === undefined ? INDEX_DIR : undefined,
      revise: args.withoutQuestions ? withoutWrittenQuestions : undefined,
      onNotice: (notice: string) => console.error(`Index: ${notice}`),
    },
  }
  if (args.docs !== undefined) return scoreDocumentation(args.docs, args)
  switch (args.task) {
    case 'report':
      return reportQuality(setting, args.publicSets)
    case 'ablate':
      return ablatePipeline(setting, args.publicSets)
    case 'reliability':
      return testReliability(setting)
    case 'gate':
      return reportGate()
    case 'score':
      return scorePipeline(setting, args, args.chat ? await openEvaluatedChat(configuration) : undefined)
  }
}

main().then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
