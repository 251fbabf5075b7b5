import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { TURN_CLASSES } from '../src/conversation/classify/turn-classes.ts'
import { FEATURE_BUCKETS, turnFeatures } from '../src/conversation/classify/turn-features.ts'
import { comparableTurn } from '../src/conversation/wording/comparable-turn.ts'
import { plainWords } from '../src/conversation/wording/plain-words.ts'
import { spellShorthand } from '../src/conversation/wording/spelling.ts'
import { environment } from '../src/entries/environment.ts'
import { readCorpusFolder } from '../src/storage/corpus/corpus-folder.ts'
import { readTurns } from './evaluate/conversation/measure-turns.ts'
import { fitSoftmax } from './train/turns/fit-softmax.ts'
import { knownWords } from './train/turns/known-words.ts'
import { Random } from './train/turns/random.ts'
import {
  corpusExamples,
  followUpExamples,
  questionExamples,
  templateExamples,
  turnExamples,
} from './train/turns/turn-examples.ts'
import { varied } from './train/turns/vary-turns.ts'
import { storedModel, writeTurnModel } from './train/turns/write-turn-model.ts'

const DATA = fileURLToPath(new URL('train/data', import.meta.url))
const TURNS = fileURLToPath(new URL('../tests/evaluation/conversation.jsonl', import.meta.url))
const SEED = 12

/**
 * `npm run train:turns`: fits what tells conversation from questions to turns of known kind. Neither the questions that
 * `npm run eval` asks nor the turns that are held out are among them.
 */
async function main(): Promise<void> {
  const random = new Random(SEED)
  const { CORPUS_DIR } = readConfiguration(environment())
  const documentation = (await readdir(`${DATA}/documentation`))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => `${DATA}/documentation/${name}`)
  const heldOut = new Set(
    (await readTurns(TURNS)).filter(({ split }) => split === 'held-out').map(({ text }) => bare(text)),
  )
  const made = await templateExamples(`${DATA}/turns`, random)
  const fresh = made.filter(({ text }) => !heldOut.has(bare(text)))
  const written = [
    ...fresh,
    ...(await turnExamples(TURNS)),
    ...corpusExamples(await readCorpusFolder(CORPUS_DIR)),
    ...(await questionExamples(documentation)),
    ...(await followUpExamples(`${DATA}/follow-ups.jsonl`)),
  ]
  console.log(
    `${written.length} turns, ${fresh.length} of them made from templates; ${made.length - fresh.length} more are held out`,
  )
  const examples = [...written, ...varied(written, random)].map((example) => ({
    ...example,
    comparable: comparableTurn(plainWords(example.text), spellShorthand).text,
  }))
  const model = fitSoftmax(
    examples.map(({ comparable, turnClass, weight }) => ({
      features: turnFeatures(comparable),
      label: TURN_CLASSES.indexOf(turnClass),
      weight,
    })),
    { features: FEATURE_BUCKETS, labels: TURN_CLASSES.length },
    random,
  )
  const known = knownWords(examples.slice(0, written.length))
  console.log(`Written: ${await writeTurnModel(storedModel(model, known))}`)
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

main().then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
