import { parseArgs } from 'node:util'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import { openChat } from '../../../src/chat/open-chat.ts'
import { readConfiguration } from '../../../src/configuration/configuration.ts'
import { environment } from '../../../src/entries/environment.ts'
import { ConfigurationError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { readCorpusFolder } from '../../../src/storage/corpus/corpus-folder.ts'
import { openEvaluatedIndex } from '../../evaluate/open-evaluated-index.ts'
import { percentile } from '../../evaluate/report/summarise.ts'
import { describeEnvironment } from '../describe-environment.ts'
import { type Delay, startObedientModel } from './obedient-model.ts'

export const CHAT_HELP = `
  npm run bench -- chat              from a model's first whole sentence until its claim is sent

    --count <n>          questions (200)
`

/** Questions asked before the clock counts. */
const WARM_UP = 20

/** What a model says to a question, and words of the sentence that it names for it. */
interface Exchange {
  readonly question: string
  readonly claim: string
  readonly words: string
}

/**
 * `npm run bench -- chat`: a model on the loopback address says sentences that were written ahead, a few letters at a time,
 * and goes on only when the first of them has left as a claim. Nothing is asserted: times belong to the machine.
 */
export async function benchChat(args: readonly string[]): Promise<void> {
  const count = parse(args)
  const { CORPUS_DIR, INDEX_DIR } = readConfiguration(environment())
  const index = await openEvaluatedIndex({ corpusDirectory: CORPUS_DIR, indexDirectory: INDEX_DIR })
  const exchanges = await exchangesOf(CORPUS_DIR)
  const model = await startObedientModel()
  const chat = await openChat(
    readConfiguration({ CHAT_MODEL: 'loopback', CHAT_BASE_URL: model.baseUrl, CHAT_TIMEOUT: '600' }),
    { log: silentLog },
  )
  const { ask } = openSnapshot(index, { writer: chat?.writer })
  const delays: Delay[] = []
  let notShown = 0
  for (let i = 0; delays.length < WARM_UP + count && i < exchanges.length; i++) {
    const { question, claim, words } = exchanges[i] as Exchange
    const said = model.say(claim, words)
    await ask({ question, language: 'en' }, { onPart: (part) => part.type === 'token' && model.heard() })
    // What was never asked of the model, as nothing is near to it, is never said.
    const delay = await Promise.race([said, undefined])
    if (delay === undefined) notShown++
    else delays.push(delay)
  }
  await model.close()
  const timed = delays.slice(WARM_UP)
  const figures = (field: keyof Delay) =>
    [0.5, 0.95]
      .map((part) => {
        const value = percentile(
          timed.map((delay) => delay[field]),
          part,
        )
        return `p${part * 100} ${value.toFixed(1)} ms`
      })
      .join(', ')
  console.log(
    `${describeEnvironment()}\nfrom the first whole sentence of a reply until its claim is sent (${timed.length} questions; ${notShown} whose words were not shown, or whose claim was not let through):\n${figures('wall')}; processor ${figures('processor')}`,
  )
}

/** A question of each English sentence that was written ahead, spread over the article. */
async function exchangesOf(corpusDirectory: string): Promise<Exchange[]> {
  const { writtenQuestions, articles } = await readCorpusFolder(corpusDirectory)
  const texts = new Map(articles.flatMap(({ paragraphs }) => paragraphs.map(({ id, text }) => [id, text])))
  return writtenQuestions.flatMap(({ paragraphId, answers }) =>
    answers.flatMap(({ start, end, says, questions }) => {
      const claim = says.find(({ language }) => language === 'en')?.text
      const question = questions.find(({ language }) => language === 'en')?.text
      const words = texts.get(paragraphId)?.slice(start, end)
      return claim === undefined || question === undefined || words === undefined
        ? []
        : [{ claim, question, words }]
    }),
  )
}

function parse(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { count: { type: 'string', default: '200' } } })
  const count = Number(values.count)
  if (!Number.isInteger(count) || count < 1)
    throw new ConfigurationError('configuration', `--count must be a whole number from 1\n\n${CHAT_HELP}`)
  return count
}
