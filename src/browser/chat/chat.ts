import type { Citation } from '../../domain/citation.ts'
import { type AnswerWords, count } from '../../views/words/answer-words.ts'
import { AskError } from '../asking/ask-error.ts'
import { askService, type Service } from '../asking/ask-service.ts'
import { find } from '../dom/elements.ts'
import { AnsweredTurn } from './answered-turn.tsx'
import { Composer } from './composer.ts'
import type { AskedTurn, Conversation } from './conversation.ts'
import { handleActions } from './handle-actions.tsx'

export interface ChatOptions {
  /** Holds the conversation, the box that questions are written in, and what is said aloud. */
  readonly root: ParentNode
  readonly conversation: Conversation
  readonly words: AnswerWords
  /** What the box says before the first question, and after it. */
  readonly placeholder: string
  readonly followUp: string
  readonly service: () => Service
  /** Where the question of a turn can be asked again. */
  readonly linkTo: (turn: AskedTurn) => string
  /** Called before a question is asked. */
  readonly onAsk?: () => void
  /** Called when the conversation has begun, or is empty again. */
  readonly onSettle?: (isEmpty: boolean) => void
  /** What one can do where the service asks for an API key; trying again, unless told. */
  readonly remedy?: (retry: () => void) => Node
}

/** A conversation in a page: asks, follows the answers and shows what came of them. */
export class Chat {
  readonly composer: Composer
  private readonly log: HTMLElement
  private readonly status: HTMLElement
  private views: AnsweredTurn[] = []
  private asking: AbortController | undefined

  constructor(private readonly options: ChatOptions) {
    const { root, conversation, words } = options
    this.log = find(root, '.conversation')
    this.status = find(root, '[role="status"]')
    this.composer = new Composer(find<HTMLFormElement>(root, '.composer'), {
      onAsk: (question, articles) => void this.ask(question, articles),
      onStop: () => this.stop(),
      lastQuestion: () => conversation.last?.question,
    })
    handleActions(this.log, {
      service: options.service,
      linkTo: options.linkTo,
      words,
      turnOf: (element) => this.viewOf(element),
      onRetry: (view) => void this.follow(view),
      announce: (message) => this.announce(message),
    })
  }

  get isAsking(): boolean {
    return this.asking !== undefined
  }

  /** Shows the turns that the conversation has already. */
  restore(): void {
    this.log.replaceChildren()
    const { conversation, words } = this.options
    this.views = conversation.all.map((turn) => {
      const view = new AnsweredTurn(turn, words)
      if (turn.answer === undefined) view.fail(words.stopped)
      return view
    })
    this.log.append(...this.views.map(({ element }) => element))
    this.settle()
  }

  async ask(question: string, articles: readonly string[]): Promise<void> {
    this.stop()
    this.options.onAsk?.()
    const turn: AskedTurn = { question, articles }
    this.options.conversation.add(turn)
    const view = new AnsweredTurn(turn, this.options.words)
    this.views.push(view)
    this.log.append(view.element)
    this.settle()
    await this.follow(view)
  }

  stop(): void {
    this.asking?.abort()
  }

  clear(): void {
    this.stop()
    this.options.conversation.clear()
    this.views = []
    this.log.replaceChildren()
    this.announce('')
    this.settle()
  }

  citationOf(marker: HTMLElement): Citation | undefined {
    return this.viewOf(marker)?.citationOf(Number(marker.dataset.marker ?? marker.dataset.source))
  }

  /** The sources beside a citation, for the marks of the article that it opens. */
  sourcesBeside(marker: Element): readonly Citation[] {
    return this.viewOf(marker)?.turn.answer?.citations ?? []
  }

  private viewOf(element: Element): AnsweredTurn | undefined {
    const turn = element.closest('.turn')
    return this.views.find((view) => view.element === turn)
  }

  /** Asks what a turn asks, again if need be, and shows the answer as it comes. */
  private async follow(view: AnsweredTurn): Promise<void> {
    this.stop()
    const asking = new AbortController()
    this.asking = asking
    const { conversation, words, service, remedy } = this.options
    const { turn } = view
    const request = {
      question: turn.question,
      history: conversation.historyBefore(turn),
      ...(turn.articles.length === 0 ? {} : { articles: turn.articles }),
      inlineMarkup: true,
    }
    view.begin()
    this.composer.busy(true)
    this.announce(words.answering)
    view.element.scrollIntoView({ block: 'start' })
    try {
      const answer = await askService(service(), request, {
        signal: asking.signal,
        onCitations: (citations) => view.addCitations(citations),
        onText: (text) => view.addText(text),
      })
      const answered = { ...turn, answer }
      conversation.replace(turn, answered)
      view.finish(answered)
      const sources = answer.citations.length === 0 ? '' : ` ${count(words.sources, answer.citations.length)}`
      this.announce(`${words.answerReady}${sources}`)
    } catch (error) {
      const message = this.explain(error)
      const needsKey = error instanceof AskError && error.status === 401
      view.fail(message, needsKey ? remedy?.(() => void this.follow(view)) : undefined)
      this.announce(message)
    } finally {
      if (this.asking === asking) {
        this.asking = undefined
        this.composer.busy(false)
      }
    }
  }

  private explain(error: unknown): string {
    const { words } = this.options
    if (!(error instanceof AskError)) return words.stopped
    if (error.status === 0) return words[error.silence]
    if (error.status === 401) return words.needsKey
    if (error.status === 429) return words.tooMany
    // What was wrong with a question is said to the one who asked it.
    return error.status === 400 && error.message !== '' ? error.message : words.failed
  }

  private announce(message: string): void {
    this.status.textContent = message
  }

  private settle(): void {
    const isEmpty = this.views.length === 0
    this.options.onSettle?.(isEmpty)
    this.composer.invite(isEmpty ? this.options.placeholder : this.options.followUp)
  }
}
