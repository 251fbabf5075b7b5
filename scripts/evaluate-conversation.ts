import { openSnapshot } from '../src/answer/open-snapshot.ts'
import { commandFlags, FLAG, HELP_FLAG, TEXT } from '../src/cli/command-flags.ts'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { measureActs, readTurns } from './evaluate/conversation/measure-acts.ts'
import { measureWrappers } from './evaluate/conversation/measure-wrappers.ts'
import { openEvaluatedIndex } from './evaluate/open-evaluated-index.ts'
import { readQuestions } from './evaluate/question-set.ts'

const HELP = `Says turns of conversation to the pipeline, and asks questions with courtesy around them.

  npm run eval:conversation
  npm run eval:conversation -- --split test --verbose
  npm run eval:conversation -- --corpus <folder> --questions <file.jsonl>

  --turns <file>       turns with their acts (tests/evaluation/conversation.jsonl)
  --split <name>       dev or test (dev); look at test when nothing is changed any more
  --questions <file>   question set to wrap, as often as there are sets (tests/evaluation/*.jsonl)
  --every <n>          wrap every n-th question only (1)
  --corpus <folder>    articles to ask (CORPUS_DIR, else corpus); its index is kept in memory
  --verbose            print every turn that was taken otherwise, every question that lost its first citation
  -h, --help           print this
`

const QUESTION_SETS = ['dev', 'held-out', 'fresh'].map((set) => `tests/evaluation/${set}.jsonl`)
const { parse } = commandFlags(HELP)

/** `npm run eval:conversation` */
async function main(): Promise<void> {
  const args = parse(process.argv.slice(2), {
    turns: { ...TEXT, default: 'tests/evaluation/conversation.jsonl' },
    split: { ...TEXT, default: 'dev' },
    questions: { ...TEXT, multiple: true, default: [] as string[] },
    every: { ...TEXT, default: '1' },
    corpus: TEXT,
    verbose: FLAG,
    help: HELP_FLAG,
  })
  if (args.help) {
    process.stdout.write(HELP)
    return
  }
  const { CORPUS_DIR, INDEX_DIR } = readConfiguration(environment())
  const index = await openEvaluatedIndex({
    corpusDirectory: args.corpus ?? CORPUS_DIR,
    indexDirectory: args.corpus === undefined ? INDEX_DIR : undefined,
    onNotice: (notice) => console.error(`Index: ${notice}`),
  })
  const { ask } = openSnapshot(index)
  const tell = (line: string) => (args.verbose ? console.log(line) : undefined)

  const turns = (await readTurns(args.turns)).filter(({ split }) => split === args.split)
  const acts = await measureActs(turns, ask, ({ act, text }, answer) =>
    tell(`  ${act}: ${JSON.stringify(text)} → ${answer.act ?? answer.kind} ${answer.confidence.toFixed(2)}`),
  )
  for (const { act, asked, right } of acts) console.log(`${act.padEnd(16)} ${right}/${asked}`)
  console.log(`all turns        ${sum(acts, 'right')}/${sum(acts, 'asked')}`)

  const sets = args.questions.length > 0 ? args.questions : QUESTION_SETS
  const questions = (await readQuestions(sets)).filter((_, at) => at % Number(args.every) === 0)
  const wrapped = await measureWrappers(questions, ask, (lost) => tell(`  lost: ${JSON.stringify(lost)}`))
  const worst = [...wrapped].sort((a, b) => a.kept / a.asked - b.kept / b.asked).slice(0, 10)
  console.log('\nWrappers that lose most:')
  for (const { wrapper, asked, kept } of worst) console.log(`${kept}/${asked}  ${JSON.stringify(wrapper)}`)
  const [kept, asked] = [sum(wrapped, 'kept'), sum(wrapped, 'asked')]
  console.log(`\nfirst citation kept ${kept}/${asked} = ${(kept / asked).toFixed(4)}`)
}

function sum<Key extends string>(counts: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return counts.reduce((total, count) => total + count[key], 0)
}

main().then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
