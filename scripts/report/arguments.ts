import { commandFlags, HELP_FLAG, TEXT } from '../../src/cli/command-flags.ts'

export const HELP = `Makes one HTML page of what was asked: what most, what the articles did not answer, which answers people found wrong, and which
paragraphs were used; with entries to copy into NAME.questions.yaml and NAME.unanswered.yaml.

  QUESTION_LOG=questions.jsonl npm run report

  --log <file>   the question log to read (QUESTION_LOG)
  --out <file>   the page to write (question-report.html); it needs nothing beside it
  --days <n>     only the last n days, 1 to 9999 (30)
  -h, --help     print this

Questions are asked again of the index that is served now, to show which of them it has come to answer. The page holds what people wrote:
it is readable by you alone.

Ends with 0 when the page was written, with 2 when a flag or the configuration cannot be used, and with 1 otherwise.
`

export interface ReportArguments {
  readonly help: boolean
  readonly log: string | undefined
  readonly out: string
  readonly days: number
}

const { parse, usage } = commandFlags(HELP)

/**
 * Reads the arguments of `npm run report`.
 *
 * @throws ConfigurationError for an unknown flag or a value that is none
 */
export function parseReportArguments(args: readonly string[]): ReportArguments {
  const values = parse(args, {
    log: TEXT,
    out: { ...TEXT, default: 'question-report.html' },
    days: { ...TEXT, default: '30' },
    help: HELP_FLAG,
  })
  if (!/^[1-9]\d{0,3}$/.test(values.days)) throw usage('--days must be a whole number from 1 to 9999')
  return { help: values.help, log: values.log, out: values.out, days: Number(values.days) }
}
