import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../src/errors.ts'

export const HELP = `Trains the ranking of paragraphs and the confidence of answers.

  npm run train
  npm run train -- --public <folder> --docs <folder>

  --public <folder>  public question sets to learn from as well (folders with corpus/ and questions.jsonl)
  --docs <folder>    documentation with questions that it does not answer, as often as there are folders
  --dry-run          print the weights and write nothing
  -h, --help         print this
`

export interface TrainArguments {
  readonly help: boolean
  readonly publicSets: string | undefined
  readonly documentation: readonly string[]
  readonly dryRun: boolean
}

/** @throws ConfigurationError for an unknown flag */
export function parseTrainArguments(args: readonly string[]): TrainArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        public: { type: 'string' },
        docs: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    return {
      help: values.help,
      publicSets: values.public,
      documentation: values.docs,
      dryRun: values['dry-run'],
    }
  } catch (error) {
    throw new ConfigurationError('configuration', `${(error as Error).message}\n\n${HELP}`, { cause: error })
  }
}
