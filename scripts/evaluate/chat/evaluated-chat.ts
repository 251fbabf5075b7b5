import type { TokenUsage } from '../../../src/chat/calling/daily-budget.ts'
import { type Chat, openChat } from '../../../src/chat/open-chat.ts'
import { ClaimChecker } from '../../../src/claims/check-claim.ts'
import type { Configuration } from '../../../src/configuration/configuration.ts'
import { ConfigurationError } from '../../../src/errors.ts'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import { decimal } from '../report/print-summary.ts'
import type { ScoredQuestion } from '../run-questions.ts'
import { scoreCitations } from './score-citations.ts'

const MILLION = 1_000_000

/** A language model that answers the questions of a set, and what it has used. */
export interface EvaluatedChat extends Pick<Chat, 'writer'> {
  readonly configuration: Configuration
  readonly used: TokenUsage
}

/** @throws ConfigurationError where none is configured */
export async function openEvaluatedChat(configuration: Configuration): Promise<EvaluatedChat> {
  const used = { input: 0, output: 0 }
  const chat = await openChat(configuration, {
    log: {
      warn: ({ err }, message) => console.error(`${message}: ${err instanceof Error ? err.message : ''}`),
    },
    onUsage: ({ input, output }) => {
      used.input += input
      used.output += output
    },
  })
  if (chat === undefined)
    throw new ConfigurationError('configuration', '--chat needs a model; set CHAT_MODEL and CHAT_BASE_URL')
  return { writer: chat.writer, configuration, used }
}

/** How the model has answered, in a few lines for a terminal. */
export async function describeChat(scored: readonly ScoredQuestion[], chat: EvaluatedChat): Promise<string> {
  const { CHAT_MODEL, CHAT_INPUT_PRICE, CHAT_OUTPUT_PRICE } = chat.configuration
  const checker = new ClaimChecker(await loadDictionary())
  const answered = scored.flatMap(({ outcome: { answer } }) => (answer?.answered ? [answer] : []))
  const written = answered.filter(({ answerer }) => answerer === CHAT_MODEL)
  const scores = written.map((answer) => scoreCitations(answer, checker))
  const sum = (field: keyof (typeof scores)[number]) =>
    scores.reduce((total, score) => total + score[field], 0)
  const share = (part: number, all: number) => decimal(all === 0 ? undefined : part / all)
  const { input, output } = chat.used
  const lines = [
    `${CHAT_MODEL}: ${written.length} of ${answered.length} answers`,
    `citation recall ${share(sum('supported'), sum('statements'))}  precision ${share(sum('relevant'), sum('citations'))}  (${sum('statements')} statements)`,
    `tokens a question: ${Math.round(input / scored.length)} in, ${Math.round(output / scored.length)} out`,
  ]
  if (CHAT_INPUT_PRICE !== undefined || CHAT_OUTPUT_PRICE !== undefined) {
    const cost = (input * (CHAT_INPUT_PRICE ?? 0) + output * (CHAT_OUTPUT_PRICE ?? 0)) / MILLION
    lines.push(`cost a question: ${(cost / scored.length).toPrecision(3)}`)
  }
  return lines.join('\n')
}
