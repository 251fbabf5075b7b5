import { commandFlags, FLAG, HELP_FLAG, TEXT } from '../../src/cli/command-flags.ts'

export const HELP = `Asks question sets and scores the answers.

  npm run eval
  npm run eval -- --without-questions --verbose
  npm run eval -- --url http://127.0.0.1:8787
  npm run eval -- --corpus <folder> --questions <file.jsonl>
  npm run eval -- --docs <folder>
  npm run eval -- --chat --questions tests/evaluation/fresh.jsonl

  --questions <file>     question set to ask, as often as there are sets (tests/evaluation/*.jsonl)
  --corpus <folder>      articles to ask (CORPUS_DIR, else corpus); its index is kept in a temporary folder
  --url <address>        ask a running service instead
  --chat                 have the language model of CHAT_MODEL answer; says how well its citations bear it out, and what it takes
  --without-questions    leave out the questions written ahead
  --verbose              print every question that was missed
  --json <file>          write all scores to a file as well
  --docs <folder>        ask several corpora, each its own questions (corpora/NAME/ with NAME.jsonl), and compare confidence
                         with truth
  --report               write the tables of scores into docs/quality.md
  --ablate               switch each ingredient off by itself; writes the table into docs/quality.md
  --public <folder>      with --report or --ablate: public sets to ask as well (folders with corpus/ and questions.jsonl)
  --reliability          compare confidence with truth; writes docs/reliability.svg and a table into docs/quality.md
  --gate                 check the claims of tests/evaluation/gate-pairs.jsonl; writes the tables into docs/quality.md
  -h, --help             print this

What each figure means: docs/quality.md. Ends with 0 when all questions were asked, whatever the figures.
`

const { parse, oneOf, usage } = commandFlags(HELP)

const TASKS = ['report', 'ablate', 'reliability', 'gate'] as const
type Task = (typeof TASKS)[number]

export interface EvaluateArguments {
  readonly help: boolean
  readonly questions: readonly string[]
  readonly corpus: string | undefined
  readonly url: string | undefined
  readonly docs: string | undefined
  readonly chat: boolean
  readonly withoutQuestions: boolean
  readonly verbose: boolean
  readonly json: string | undefined
  readonly task: 'score' | Task
  readonly publicSets: string | undefined
}

/**
 * Reads the arguments of `npm run eval`.
 *
 * @throws ConfigurationError for an unknown flag, and for flags that exclude each other
 */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments {
  const values = parse(args, {
    questions: { ...TEXT, multiple: true, default: [] as string[] },
    corpus: TEXT,
    url: TEXT,
    docs: TEXT,
    chat: FLAG,
    'without-questions': FLAG,
    verbose: FLAG,
    json: TEXT,
    report: FLAG,
    ablate: FLAG,
    public: TEXT,
    reliability: FLAG,
    gate: FLAG,
    help: HELP_FLAG,
  })
  const task = oneOf(TASKS, values) ?? 'score'
  if (
    values.docs !== undefined &&
    (task !== 'score' || values.url !== undefined || values.corpus !== undefined)
  )
    throw usage('--docs names corpora and questions itself; leave out --url, --corpus and the other reports')
  if (values.chat && (task !== 'score' || values.url !== undefined || values.docs !== undefined))
    throw usage('--chat asks the index itself; leave out --url, --docs and the other reports')
  if (values.url !== undefined) {
    if (task !== 'score') throw usage(`--${task} needs the index itself; leave out --url`)
    if (values['without-questions'] || values.corpus !== undefined)
      throw usage('A running service has its own corpus; leave out --corpus and --without-questions')
  }
  if (values.public !== undefined && task !== 'ablate' && task !== 'report')
    throw usage('--public says nothing without --report or --ablate')
  return {
    help: values.help,
    questions: values.questions,
    corpus: values.corpus,
    url: values.url,
    docs: values.docs,
    chat: values.chat,
    withoutQuestions: values['without-questions'],
    verbose: values.verbose,
    json: values.json,
    task,
    publicSets: values.public,
  }
}
