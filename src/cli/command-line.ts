import { parseArgs } from 'node:util'
import { ConfigurationError } from '../errors.ts'

export const HELP = `Asks a question and prints the answer with its sources.

  npm run ask -- "Lambda 什麼時候發布的?"
  echo "What is Docker?" | npm run --silent ask -- --json

Without a question, or with - for it, the question is read from standard input.

  --json               print the answer as JSON, as POST /ask does
  --max-citations <n>  cite at most n paragraphs (1 to 10)
  -h, --help           print this

Ends with 0 when the question was answered, or the corpus does not say ("answered": false),
with 2 when the question, a flag or the configuration cannot be used, and with 1 otherwise.
`

export interface CommandLine {
  readonly help: boolean
  readonly json: boolean
  /** Undefined when it is to be read from standard input. */
  readonly question: string | undefined
  readonly maxCitations: number | undefined
}

/**
 * Reads the arguments of `npm run ask`; words without quotes are one question.
 * @throws {ConfigurationError} for an unknown flag or a value that is none
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'max-citations': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const question = positionals.join(' ')
    const maxCitations = values['max-citations']
    return {
      help: values.help,
      json: values.json,
      question: question === '' || question === '-' ? undefined : question,
      maxCitations: maxCitations === undefined ? undefined : Number(maxCitations),
    }
  } catch (error) {
    throw new ConfigurationError('configuration', `${(error as Error).message}\n\n${HELP}`, { cause: error })
  }
}
