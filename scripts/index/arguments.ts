import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../src/errors.ts'

export const HELP = `Brings the index up to date with the corpus. Only what changed is embedded again.

  npm run index
  npm run index -- --watch

  --corpus <folder>  articles to read (CORPUS_DIR, else corpus)
  --index <folder>   where the index is kept (INDEX_DIR, else index)
  --full             build everything anew
  --check            build nothing; end with 1 where the index is not up to date
  --dry-run          build nothing; say what would change, and what a server would be asked to embed
  --watch            build again whenever an article is saved
  --rollback         serve the generation before, until the next build
  --strict           fail where a file of the corpus cannot be used, instead of leaving it out
  --yes              do not ask before a large number of texts is sent to a server (asked on a terminal only)
  -h, --help         print this

Ends with 0 when the index is up to date, with 2 when a flag or the configuration cannot be used, and with 1 otherwise.
`

export type Mode = 'build' | 'check' | 'dry-run' | 'watch' | 'rollback' | 'help'

export interface IndexArguments {
  readonly mode: Mode
  readonly corpus: string | undefined
  readonly index: string | undefined
  readonly full: boolean
  readonly strict: boolean
  readonly yes: boolean
}

const MODES = ['check', 'dry-run', 'watch', 'rollback'] as const

/**
 * Reads the arguments of `npm run index`.
 *
 * @throws ConfigurationError for an unknown flag, and for flags that exclude each other
 */
export function parseIndexArguments(args: readonly string[]): IndexArguments {
  const values = parse(args)
  const modes = MODES.filter((mode) => values[mode])
  if (modes.length > 1) throw usage(`--${modes.join(' and --')} exclude each other`)
  const mode = values.help ? 'help' : (modes[0] ?? 'build')
  if (values.full && (mode === 'check' || mode === 'rollback'))
    throw usage(`--full says nothing beside --${mode}`)
  const { corpus, index, full, strict, yes } = values
  return { mode, corpus, index, full, strict, yes }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        index: { type: 'string' },
        full: flag,
        check: flag,
        'dry-run': flag,
        watch: flag,
        rollback: flag,
        strict: flag,
        yes: flag,
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
