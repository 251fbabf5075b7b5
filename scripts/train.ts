import { fileURLToPath } from 'node:url'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { readCorpusFolder } from '../src/storage/corpus/corpus-folder.ts'
import { findPublicSets } from './evaluate/public-sets.ts'
import { readQuestions } from './evaluate/question-set.ts'
import { HELP, parseTrainArguments } from './train/arguments.ts'
import { articleExamples } from './train/article-examples.ts'
import { figuresBySet, leaveOneCorpusOut } from './train/cross-validate.ts'
import { fitConfidence } from './train/fit-confidence.ts'
import { fitRanking } from './train/fit-ranking.ts'
import { printFigures } from './train/print-figures.ts'
import { publicExamples } from './train/public-examples.ts'
import { CONFIDENCE_FILE, RANKING_FILE, weightsSource, writeWeights } from './train/write-weights.ts'

const FOLLOW_UPS = fileURLToPath(new URL('train/data/follow-ups.jsonl', import.meta.url))

/**
 * `npm run train`: fits the ranking of paragraphs and the confidence of answers to questions of known answer, none of
 * which is among those that `npm run eval` asks.
 */
async function main(): Promise<void> {
  const { help, publicSets, documentation, dryRun } = parseTrainArguments(process.argv.slice(2))
  if (help) {
    process.stdout.write(HELP)
    return
  }
  const { CORPUS_DIR } = readConfiguration(environment())
  const sets = publicSets === undefined ? [] : await findPublicSets(publicSets)
  const progress = (what: string) => console.error(`Asking: ${what}`)
  const followUps = await readQuestions([FOLLOW_UPS])
  const corpus = await readCorpusFolder(CORPUS_DIR)
  const examples = [
    ...(await articleExamples(corpus, followUps, progress)),
    ...(await publicExamples(
      'documentation',
      (await Promise.all(documentation.map(findPublicSets))).flat(),
      [],
      progress,
    )),
    ...(await publicExamples(
      'public',
      sets,
      corpus.unanswered.map(({ text }) => text),
      progress,
    )),
  ]

  console.log(`Each corpus left out:\n${printFigures(figuresBySet(leaveOneCorpusOut(examples)))}\n`)
  const ranking = fitRanking(examples)
  const confidence = fitConfidence(examples, ranking)
  if (dryRun) {
    console.log(`${weightsSource(RANKING_FILE, ranking)}\n${weightsSource(CONFIDENCE_FILE, confidence)}`)
    return
  }
  await writeWeights(RANKING_FILE, ranking)
  await writeWeights(CONFIDENCE_FILE, confidence)
  console.log(`Written: ${RANKING_FILE.path}, ${CONFIDENCE_FILE.path}`)
}

main().then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
