import { parseArgs } from 'node:util'
import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import type { AskRequest } from '../../src/domain/question.ts'
import { environment } from '../../src/entries/environment.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { decodeLexicalIndex } from '../../src/index/lexical/lexical-index.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { indexInMemory, openEvaluatedIndex } from '../evaluate/open-evaluated-index.ts'
import { readQuestions } from '../evaluate/question-set.ts'
import { percentile } from '../evaluate/report/summarise.ts'
import { requestOf } from '../evaluate/run-questions.ts'
import { describeEnvironment } from './describe-environment.ts'
import { questionsAbout } from './questions-about.ts'
import { GeneratedArticles } from './scale-corpus.ts'

export const QUERY_HELP = `Times retrieval and extractive answer, in process.

  npm run bench                      the article, and 1000 generated paragraphs
  npm run bench -- query --corpus <folder> [--questions <file.jsonl>]

    --corpus <folder>    time this corpus instead
    --questions <file>   ask these; without it, questions are made from the paragraphs
    --count <n>          questions to time for each corpus (1000)
`

const QUESTION_SET = 'tests/evaluation/held-out.jsonl'
const GENERATED_PARAGRAPHS = 1000
const SEED = 1
/** Questions asked before the clock counts: the first ones also compile the code and read the lexical index. */
const WARM_UP = 200

/** `npm run bench -- query`. Nothing is asserted: times belong to the machine. */
export async function benchQueries(args: readonly string[]): Promise<void> {
  const { corpus, questions, count } = parse(args)
  const { CORPUS_DIR, INDEX_DIR } = readConfiguration(environment())
  console.log(`${describeEnvironment()}\nwarm-up ${WARM_UP} questions, then ${count} timed, one at a time\n`)
  if (corpus !== undefined) {
    const index = await openEvaluatedIndex({ corpusDirectory: corpus })
    await time(corpus, index, await requests(index, questions), count)
    return
  }
  const article = await openEvaluatedIndex({ corpusDirectory: CORPUS_DIR, indexDirectory: INDEX_DIR })
  await time(CORPUS_DIR, article, await requests(article, questions ?? QUESTION_SET), count)
  const generated = await generatedIndex(article)
  await time('generated', generated, await requests(generated, undefined), count)
}

async function time(
  name: string,
  index: OpenIndex,
  requests: readonly AskRequest[],
  count: number,
): Promise<void> {
  const { ask } = openSnapshot(index)
  const times: number[] = []
  let startCpu = process.cpuUsage()
  for (let i = 0; i < WARM_UP + count; i++) {
    const request = requests[i % requests.length]
    if (request === undefined)
      throw new ConfigurationError('configuration', `There is nothing to ask ${name}`)
    if (i === WARM_UP) startCpu = process.cpuUsage()
    const start = performance.now()
    await ask(request)
    if (i >= WARM_UP) times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(startCpu)
  const { paragraphCount } = index.library
  const size = `${paragraphCount} paragraphs, ${index.passages.count} passages, ${requests.length} different questions`
  const figures = [0.5, 0.99].map((part) => `p${part * 100} ${percentile(times, part).toFixed(2)} ms`)
  // On a machine that does other things too, the processor's time says more than the clock's.
  const cpu = `processor ${((user + system) / 1000 / count).toFixed(2)} ms a question`
  console.log(`${name} (${size}): ${figures.join(', ')}; ${cpu}`)
}

async function requests(index: OpenIndex, file: string | undefined): Promise<AskRequest[]> {
  if (file !== undefined) return (await readQuestions([file])).map(requestOf)
  return questionsAbout(index.library, SEED).map((question) => ({ question }))
}

async function generatedIndex(previous: OpenIndex): Promise<OpenIndex> {
  // Single characters are no term dictionary to draw texts from.
  const words = decodeLexicalIndex(previous.lexicalIndex)
    .dictionary.data.words.split('\n')
    .filter(({ length }) => length > 1)
  const articles = new GeneratedArticles(words, SEED).articles(GENERATED_PARAGRAPHS)
  return await indexInMemory(
    { articles, writtenQuestions: [], unanswered: [], problems: [], hash: `seed ${SEED}` },
    previous,
  )
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      questions: { type: 'string' },
      count: { type: 'string', default: '1000' },
    },
  })
  const count = Number(values.count)
  if (!Number.isInteger(count) || count < 1)
    throw new ConfigurationError('configuration', `--count must be a whole number from 1\n\n${QUERY_HELP}`)
  return { ...values, count }
}
