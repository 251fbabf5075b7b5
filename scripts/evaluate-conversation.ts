import { openSnapshot } from '../src/answer/open-snapshot.ts'
import { commandFlags, FLAG, HELP_FLAG, TEXT } from '../src/cli/command-flags.ts'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import type { Ask } from '../src/domain/ask.ts'
import { environment } from '../src/entries/environment.ts'
import { type LoopbackService, serveOnLoopback } from './evaluate/conversation/loopback-service.ts'
import { measureConversations, readConversations } from './evaluate/conversation/measure-conversations.ts'
import { measureTurns, readTurns } from './evaluate/conversation/measure-turns.ts'
import { measureWrappers } from './evaluate/conversation/measure-wrappers.ts'
import { conversationTables, turnTable } from './evaluate/conversation/turn-table.ts'
import { openEvaluatedIndex } from './evaluate/open-evaluated-index.ts'
import { readQuestions } from './evaluate/question-set.ts'
import { replaceSectionInFile } from './evaluate/report/marked-section.ts'

const HELP = `Says turns of conversation to the pipeline, holds conversations, and asks questions with courtesy around them.

  npm run eval:conversation
  npm run eval:conversation -- --split held-out
  npm run eval:conversation -- --in-process --verbose
  npm run eval:conversation -- --corpus <folder> --questions <file.jsonl>
  npm run eval:conversation -- --report

  --turns <file>          turns with their acts (tests/evaluation/conversation.jsonl)
  --conversations <file>  conversations of several turns (tests/evaluation/conversations.jsonl)
  --split <name>          dev, test or held-out; look at the failures of held-out only when nothing is changed any more.
                          Without it all three
  --in-process            ask the pipeline itself; without it POST /ask of a service that is started on this machine
  --port <n>              port of that service on 127.0.0.1 (any free one)
  --questions <file>      question set to wrap, as often as there are sets (tests/evaluation/*.jsonl)
  --every <n>             wrap every n-th question only (1), in process; 0 wraps none
  --corpus <folder>       articles to ask (CORPUS_DIR, else corpus); its index is kept in memory
  --report                write the tables into docs/quality.md
  --verbose               print every turn that was taken otherwise, every question that lost its first citation
  -h, --help              print this
`

const QUESTION_SETS = ['dev', 'held-out', 'fresh'].map((set) => `tests/evaluation/${set}.jsonl`)
const REPORT = 'docs/quality.md'
const SPLITS = ['dev', 'test', 'held-out']
const { parse } = commandFlags(HELP)

/** `npm run eval:conversation` */
async function main(): Promise<void> {
  const args = parse(process.argv.slice(2), {
    turns: { ...TEXT, default: 'tests/evaluation/conversation.jsonl' },
    conversations: { ...TEXT, default: 'tests/evaluation/conversations.jsonl' },
    split: TEXT,
    'in-process': FLAG,
    port: { ...TEXT, default: '0' },
    questions: { ...TEXT, multiple: true, default: [] as string[] },
    every: { ...TEXT, default: '1' },
    corpus: TEXT,
    report: FLAG,
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
  const snapshot = openSnapshot(index)
  const tell = (line: string) => (args.verbose ? console.log(line) : undefined)
  let service: LoopbackService | undefined
  if (!args['in-process']) service = await serveOnLoopback(snapshot, Number(args.port))
  const ask = service?.ask ?? snapshot.ask
  try {
    const splits = args.split === undefined ? SPLITS : [args.split]
    const turns = await measureSplits(args.turns, splits, ask, tell)
    for (const { split, counts } of turns) console.log(`\n${split}\n${turnTable(counts)}`)

    const conversations = await measureConversations(
      await readConversations(args.conversations),
      ask,
      (wrong) =>
        tell(
          `  ${wrong.id}: ${JSON.stringify(wrong.say)} expected ${wrong.expected} → ${wrong.answer.act ?? wrong.answer.kind} ${wrong.answer.confidence.toFixed(2)} ${JSON.stringify(wrong.answer.answer.slice(0, 80))}`,
        ),
    )
    console.log(
      `\nconversations held as a person would: ${conversations.whole}/${conversations.conversations}, turns ${conversations.right}/${conversations.turns}`,
    )
    const wrappers =
      args.every === '0' ? undefined : await wrap(args.questions, Number(args.every), snapshot.ask, tell)
    if (args.report)
      await replaceSectionInFile(REPORT, 'conversation', conversationTables(turns, conversations, wrappers))
  } finally {
    await service?.close()
  }
}

type Tell = (line: string) => void

async function measureSplits(file: string, splits: readonly string[], ask: Ask, tell: Tell) {
  const all = await readTurns(file)
  const measured = []
  for (const split of splits) {
    const turns = all.filter((turn) => turn.split === split)
    const counts = await measureTurns(turns, ask, ({ act, text }, answer) =>
      tell(
        `  ${act}: ${JSON.stringify(text)} → ${answer.act ?? answer.kind} ${answer.confidence.toFixed(2)}`,
      ),
    )
    measured.push({ split, counts })
  }
  return measured
}

async function wrap(files: readonly string[], every: number, ask: Ask, tell: Tell) {
  const sets = files.length > 0 ? files : QUESTION_SETS
  const questions = (await readQuestions(sets)).filter((_, at) => at % every === 0)
  const wrapped = await measureWrappers(questions, ask, (lost) => tell(`  lost: ${JSON.stringify(lost)}`))
  const worst = [...wrapped].sort((a, b) => a.kept / a.asked - b.kept / b.asked).slice(0, 10)
  console.log('\nWrappers that lose most:')
  for (const { wrapper, asked, kept } of worst) console.log(`${kept}/${asked}  ${JSON.stringify(wrapper)}`)
  const total = { kept: sum(wrapped, 'kept'), asked: sum(wrapped, 'asked') }
  console.log(`\nfirst citation kept ${total.kept}/${total.asked} = ${(total.kept / total.asked).toFixed(4)}`)
  return total
}

function sum<Key extends string>(counts: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return counts.reduce((total, count) => total + count[key], 0)
}

main().then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
