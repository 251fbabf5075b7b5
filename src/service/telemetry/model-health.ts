import type { TokenUsage } from '../../chat/calling/daily-budget.ts'
import { type Configuration, isOnServer } from '../../configuration/configuration.ts'
import type { AskEvent } from '../../telemetry/ask-event.ts'
import type { Dependency } from '../../telemetry/dependency.ts'

/** How a call of a model ended; `skipped` while the model is given a break because it fails again and again. */
export type CallOutcome = 'answered' | 'failed' | 'skipped'

/** Counts the calls of models on servers, and knows how the last one of each has ended. */
export class ModelHealth {
  private readonly models: readonly ('embeddings' | 'chat')[]
  private readonly last = new Map<string, CallOutcome>()
  private readonly counts = new Map<string, number>()
  /** What the language model has used, in its prompts and replies. */
  readonly tokens = { input: 0, output: 0 }
  private chatRests = () => false

  constructor(configuration: Pick<Configuration, 'EMBEDDINGS' | 'CHAT_MODEL'>) {
    this.models = [
      ...(isOnServer(configuration, 'EMBEDDINGS') ? (['embeddings'] as const) : []),
      ...(isOnServer(configuration, 'CHAT_MODEL') ? (['chat'] as const) : []),
    ]
  }

  readonly embedded = (outcome: CallOutcome): void => this.called('embeddings', outcome)

  readonly asked = ({ stages, degraded, outcome }: AskEvent): void => {
    // Nothing was wrong with the model where somebody did not wait for it.
    if (outcome === 'abandoned') return
    const calls = stages.filter(({ name }) => name === 'model')
    for (const { failed } of calls) this.called('chat', failed ? 'failed' : 'answered')
    if (calls.length === 0 && degraded) this.called('chat', 'skipped')
  }

  /** Counts what a call of the language model has used. */
  readonly used = ({ input, output }: TokenUsage): void => {
    this.tokens.input += input
    this.tokens.output += output
  }

  /** @param rests whether the language model is given a break */
  watchChat(rests: () => boolean): void {
    this.chatRests = rests
  }

  dependencies(): Dependency[] {
    return this.models.map((name) => {
      if (name === 'chat' && this.chatRests()) return { name, state: 'resting', isUp: false }
      const last = this.last.get(name)
      return { name, state: last ?? 'not asked yet', isUp: last === undefined || last === 'answered' }
    })
  }

  /** How many calls of which model have ended how. */
  get calls(): readonly { readonly model: string; readonly outcome: string; readonly count: number }[] {
    return [...this.counts].map(([key, count]) => {
      const [model = '', outcome = ''] = key.split(' ')
      return { model, outcome, count }
    })
  }

  private called(model: 'embeddings' | 'chat', outcome: CallOutcome): void {
    this.last.set(model, outcome)
    const key = `${model} ${outcome}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }
}
