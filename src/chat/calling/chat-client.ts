import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import PQueue from 'p-queue'
import type { AskOptions } from '../../domain/ask.ts'
import { ChatError, type ChatFault } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { timed } from '../../stages.ts'
import { type ChatModel, type ChatPrompt, type ChatSettings, replyTokens } from '../chat-settings.ts'
import { countPromptTokens } from '../prompt/count-tokens.ts'
import { DailyBudget, type TokenUsage } from './daily-budget.ts'
import { chatError, describeChatFault } from './describe-chat-fault.ts'
import { readReply } from './read-reply.ts'

/** After so many failures in a row, nobody waits for the model for so long; then one question tries it. */
const FAILURES_IN_A_ROW = 3
const BREAK_MILLISECONDS = 30_000
/** A server that asks for more is tried again all the same. */
const LONGEST_BREAK_MILLISECONDS = 60 * 60_000

/** Faults of one question, which the next one need not have. */
const OF_ONE_QUESTION: ReadonlySet<ChatFault> = new Set(['refused', 'overflow', 'empty', 'endless'])

export interface ChatClientOptions {
  readonly model: ChatModel
  readonly settings: ChatSettings
  readonly log: Pick<Log, 'warn'>
  readonly onUsage?: ((usage: TokenUsage) => void) | undefined
  /** Milliseconds since 1970; only tests use another clock. */
  readonly now?: (() => number) | undefined
}

export interface ChatCall {
  /** When the reply must be there at the latest, in milliseconds of `performance.now()`. */
  readonly deadline: number
  readonly signal?: AbortSignal | undefined
  readonly onStage?: AskOptions['onStage']
  /** Takes a piece of the reply. @returns whether more is wanted */
  readonly onText: (text: string) => boolean
}

/**
 * Calls a language model for many questions: so many at a time, so many tokens a day, none while it is given a break
 * (circuit breaker, Nygard 2007), and none for longer than its question may take.
 */
export class ChatClient {
  readonly settings: ChatSettings
  private readonly model: ChatModel
  private readonly queue: PQueue
  private readonly budget: DailyBudget
  private readonly onUsage: (usage: TokenUsage) => void
  private readonly log: Pick<Log, 'warn'>
  private readonly now: () => number
  private readonly breaker = circuitBreaker(handleWhen(isOfServer), {
    halfOpenAfter: BREAK_MILLISECONDS,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  })
  private restsUntil = 0

  constructor({ model, settings, log, onUsage = () => {}, now = Date.now }: ChatClientOptions) {
    this.model = model
    this.settings = settings
    this.log = log
    this.onUsage = onUsage
    this.now = now
    this.queue = new PQueue({ concurrency: settings.callsAtOnce })
    this.budget = new DailyBudget(settings.tokensPerDay, now)
    this.breaker.onBreak(() =>
      log.warn(
        { failures: FAILURES_IN_A_ROW, milliseconds: BREAK_MILLISECONDS },
        'The language model fails again and again; for a while questions are answered without it',
      ),
    )
    this.breaker.onReset(() => log.warn({}, 'The language model answers again'))
  }

  /** Whether questions are answered without the model for now. */
  get isResting(): boolean {
    return this.now() < this.restsUntil || this.breaker.state !== CircuitState.Closed
  }

  /**
   * Asks the model once.
   *
   * @throws ChatError where it is of no use; the reason of the signal that ended it
   */
  async call(prompt: ChatPrompt, { deadline, signal, onStage, onText }: ChatCall): Promise<void> {
    // While one question tries the model, the others do not wait for what becomes of it.
    if (this.now() < this.restsUntil || this.breaker.state === CircuitState.HalfOpen)
      throw chatError('resting')
    const reserved = countPromptTokens(prompt) + replyTokens(this.settings)
    if (!this.budget.reserve(reserved)) throw chatError('spent')
    let usage: TokenUsage = { input: 0, output: 0 }
    const late = AbortSignal.timeout(Math.max(0, Math.ceil(deadline - performance.now())))
    const ending = signal === undefined ? late : AbortSignal.any([signal, late])
    const reply = () =>
      readReply(this.model, prompt, {
        signal: ending,
        idleMilliseconds: this.settings.idleMilliseconds,
        longest: replyTokens(this.settings),
        onText,
        onUsage: (used) => {
          usage = used
        },
      }).catch((thrown: unknown) => {
        signal?.throwIfAborted()
        throw late.aborted ? chatError('slow') : describeChatFault(thrown)
      })
    try {
      await this.queue.add(
        () => this.breaker.execute(() => timed('model', onStage === undefined ? {} : { onStage }, reply)),
        {
          signal: ending,
        },
      )
    } catch (thrown) {
      signal?.throwIfAborted()
      throw this.failed(thrown, late.aborted)
    } finally {
      this.budget.settle(reserved, usage)
      this.onUsage(usage)
    }
  }

  private failed(thrown: unknown, isLate: boolean): ChatError {
    if (thrown instanceof BrokenCircuitError) return chatError('resting')
    const error = thrown instanceof ChatError || !isLate ? describeChatFault(thrown) : chatError('slow')
    const { retryAfterMilliseconds: pause } = error
    if (pause !== undefined) this.restsUntil = this.now() + Math.min(pause, LONGEST_BREAK_MILLISECONDS)
    this.log.warn({ err: error, fault: error.fault }, 'The language model was of no use for a question')
    return error
  }
}

function isOfServer(error: Error): boolean {
  return error instanceof ChatError && !OF_ONE_QUESTION.has(error.fault)
}
