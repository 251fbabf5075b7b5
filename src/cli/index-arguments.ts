import { commandFlags, FLAG, HELP_FLAG, TEXT } from './command-flags.ts'

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
  --json             print a line of JSON an event on standard output, for programs
  --yes              do not ask before a large number of texts is sent to a server (asked on a terminal only)
  -h, --help         print this

Ends with 0 when the index is up to date, with 2 when a flag or the configuration cannot be used, and with 1 otherwise.
`

type Mode = 'build' | 'check' | 'dry-run' | 'watch' | 'rollback' | 'help'

export interface IndexArguments {
  readonly mode: Mode
  readonly corpus: string | undefined
  readonly index: string | undefined
  readonly full: boolean
  readonly strict: boolean
  readonly json: boolean
  readonly yes: boolean
}

const { parse, oneOf, usage } = commandFlags(HELP)

const MODES = ['check', 'dry-run', 'watch', 'rollback'] as const

/**
 * Reads the arguments of `npm run index`.
 *
 * @throws ConfigurationError for an unknown flag, and for flags that exclude each other
 */
export function parseIndexArguments(args: readonly string[]): IndexArguments {
  const values = parse(args, {
    corpus: TEXT,
    index: TEXT,
    full: FLAG,
    check: FLAG,
    'dry-run': FLAG,
    watch: FLAG,
    rollback: FLAG,
    strict: FLAG,
    json: FLAG,
    yes: FLAG,
    help: HELP_FLAG,
  })
  const chosen = oneOf(MODES, values) ?? 'build'
  const mode = values.help ? 'help' : chosen
  if (values.full && (mode === 'check' || mode === 'rollback'))
    throw usage(`--full cannot be combined with --${mode}`)
  const { corpus, index, full, strict, json, yes } = values
  return { mode, corpus, index, full, strict, json, yes }
}
