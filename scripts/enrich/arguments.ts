import { commandFlags, FLAG, HELP_FLAG, TEXT } from '../../src/cli/command-flags.ts'

export const HELP = `Has a chat model write questions about the paragraphs that have none yet, into NAME.questions.yaml beside each article.

  npm run enrich -- --dry-run
  CHAT_MODEL=qwen3:8b CHAT_BASE_URL=http://127.0.0.1:11434/v1 npm run enrich

  --article <name>   only this article: its id or its file; may be given again
  --limit <n>        ask about n paragraphs at most, 0 for none
  --concurrency <n>  paragraphs in work at once, 1 to 32 (4)
  --corpus <folder>  articles to read (CORPUS_DIR, else corpus)
  --prune            take out the entries about paragraphs that are gone
  --dry-run          write nothing; say what would be asked and what it takes
  -h, --help         print this

CHAT_MODEL, CHAT_BASE_URL and CHAT_API_KEY name the model: any OpenAI-compatible server. Each paragraph is written as soon
as it is done; after an interruption the next run goes on where this one ended. What is there already stays as it is.

Ends with 0 when every paragraph was written, with 2 when a flag or the configuration cannot be used, and with 1 otherwise.
`

export interface EnrichArguments {
  readonly help: boolean
  readonly dryRun: boolean
  readonly prune: boolean
  readonly corpus: string | undefined
  /** Ids or files; empty for all articles. */
  readonly articles: readonly string[]
  /** `Infinity` for all paragraphs. */
  readonly limit: number
  readonly concurrency: number
}

const { parse, usage } = commandFlags(HELP)

const MOST_AT_ONCE = 32

/**
 * Reads the arguments of `npm run enrich`.
 *
 * @throws ConfigurationError for an unknown flag or a value that is none
 */
export function parseEnrichArguments(args: readonly string[]): EnrichArguments {
  const values = parse(args, {
    article: { ...TEXT, multiple: true, default: [] as string[] },
    limit: TEXT,
    concurrency: TEXT,
    corpus: TEXT,
    prune: FLAG,
    'dry-run': FLAG,
    help: HELP_FLAG,
  })
  const concurrency = wholeNumber('--concurrency', values.concurrency) ?? 4
  if (concurrency < 1 || concurrency > MOST_AT_ONCE)
    throw usage(`--concurrency must be between 1 and ${MOST_AT_ONCE}, e.g. --concurrency 4`)
  return {
    help: values.help,
    dryRun: values['dry-run'],
    prune: values.prune,
    corpus: values.corpus,
    articles: values.article,
    limit: wholeNumber('--limit', values.limit) ?? Number.POSITIVE_INFINITY,
    concurrency,
  }
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,9}$/.test(value)) throw usage(`${name} must be a whole number, e.g. ${name} 4`)
  return Number(value)
}
