import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../src/errors.ts'

export const HELP = `Asks question sets and scores the answers.

  npm run eval
  npm run eval -- --without-questions --verbose
  npm run eval -- --url http://127.0.0.1:8787
  npm run eval -- --corpus <folder> --questions <file.jsonl>

  --questions <file>     question set to ask, as often as there are sets (tests/evaluation/*.jsonl)
  --corpus <folder>      articles to ask (CORPUS_DIR, else corpus); its index is kept in a temporary folder
  --url <address>        ask a running service instead
  --without-questions    leave out the questions written ahead
  --verbose              print every question that was missed
  --json <file>          write all scores to a file as well
  --report               write the tables of scores into docs/quality.md
  --ablate               switch each ingredient off by itself; writes the table into docs/quality.md
  --public <folder>      with --report or --ablate: public sets to ask as well (folders with corpus/ and questions.jsonl)
  --reliability          compare confidence with truth; writes docs/reliability.svg and a table into docs/quality.md
  -h, --help             print this

What each figure means: docs/quality.md. Ends with 0 when all questions were asked, whatever the figures.
`

const TASKS = ['report', 'ablate', 'reliability'] as const
type Task = (typeof TASKS)[number]

export interface EvaluateArguments {
  readonly help: boolean
  readonly questions: readonly string[]
  readonly corpus: string | undefined
  readonly url: string | undefined
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
  const values = parse(args)
  const tasks = TASKS.filter((task) => values[task])
  if (tasks.length > 1) throw usage(`--${tasks.join(' and --')} exclude each other`)
  const [task = 'score'] = tasks
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
    withoutQuestions: values['without-questions'],
    verbose: values.verbose,
    json: values.json,
    task,
    publicSets: values.public,
  }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        questions: { type: 'string', multiple: true, default: [] },
        corpus: { type: 'string' },
        url: { type: 'string' },
        'without-questions': flag,
        verbose: flag,
        json: { type: 'string' },
        report: flag,
        ablate: flag,
        public: { type: 'string' },
        reliability: flag,
        help: { ...flag, short: 'h' },
      },
    }).values
  } catch (error) {
    throw usage((error as Error).message, error)
  }
}

function usage(message: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError('configuration', `${message}\n\n${HELP}`, { cause })
}
