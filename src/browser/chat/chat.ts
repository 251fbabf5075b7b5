import type { Citation } from '../../domain.ts'
import type { ChatPageData } from '../../views/page-data.ts'
import { count } from '../../views/words/answer-words.ts'
import { AskError } from '../asking/ask-error.ts'
import { askService, type Service } from '../asking/ask-service.ts'
import { find } from '../dom/elements.ts'
import { AnsweredTurn } from './answered-turn.tsx'
import type { ApiKey } from './api-key.tsx'
import { Composer } from './composer.ts'
import type { AskedTurn, Conversation } from './conversation.ts'
import { handleActions } from './handle-actions.tsx'

/** The conversation on the page: asks, follows the answers and shows what came of them. */
export class Chat {
  readonly composer: Composer
  private readonly main = find(document, 'main')
  private readonly log = find(document, '.conversation')
  private readonly status = find(document, '[role="status"]')
  private views: AnsweredTurn[] = []
  private asking: AbortController | undefined

  constructor(
    private readonly conversation: Conversation,
    private readonly apiKey: ApiKey,
    private readonly data: ChatPageData,
  ) {
    this.composer = new Composer(find<HTMLFormElement>(document, '.composer'), {
      onAsk: (question, articles) => void this.ask(question, articles),
      onStop: () => this.stop(),
      lastQuestion: () => conversation.last?.question,
    })
    handleActions(this.log, {
      service: () => this.service,
      words: data.words,
      turnOf: (element) => this.viewOf(element),
      onRetry: (view) => void this.follow(view),
      announce: (message) => this.announce(message),
    })
  }

  private get service(): Service {
    return { origin: '', key: this.apiKey.value }
  }

  get isAsking(): boolean {
    return this.asking !== undefined
  }

  /** Shows the turns that the conversation has already. */
  restore(): void {
    this.log.replaceChildren()
    this.views = this.conversation.all.map((turn) => {
      const view = new AnsweredTurn(turn, this.data.words)
      if (turn.answer === undefined) view.fail(this.data.words.stopped)
      return view
    })
    this.log.append(...this.views.map(({ element }) => element))
    this.settle()
  }

  async ask(question: string, articles: readonly string[]): Promise<void> {
    this.stop()
    // The address may still say what was asked first; a reload is to bring back the whole conversation.
    if (location.search !== '') history.replaceState(null, '', '/')
    const turn: AskedTurn = { question, articles }
    this.conversation.add(turn)
    const view = new AnsweredTurn(turn, this.data.words)
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
    this.conversation.clear()
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
    const { words } = this.data
    const { turn } = view
    const request = {
      question: turn.question,
      history: this.conversation.historyBefore(turn),
      ...(turn.articles.length === 0 ? {} : { articles: turn.articles }),
    }
    view.begin()
    this.composer.busy(true)
    this.announce(words.answering)
    view.element.scrollIntoView({ block: 'start' })
    try {
      const answer = await askService(this.service, request, {
        signal: asking.signal,
        onCitations: (citations) => view.addCitations(citations),
        onText: (text) => view.addText(text),
      })
      const answered = { ...turn, answer }
      this.conversation.replace(turn, answered)
      view.finish(answered)
      const sources = answer.citations.length === 0 ? '' : ` ${count(words.sources, answer.citations.length)}`
      this.announce(`${words.answerReady}${sources}`)
    } catch (error) {
      const message = this.explain(error)
      if (error instanceof AskError && error.status === 401) {
        view.fail(
          message,
          this.apiKey.form(words, () => void this.follow(view)),
        )
      } else {
        view.fail(message)
      }
      this.announce(message)
    } finally {
      if (this.asking === asking) {
        this.asking = undefined
        this.composer.busy(false)
      }
    }
  }

  private explain(error: unknown): string {
    const { words } = this.data
    if (!(error instanceof AskError)) return words.stopped
    if (error.status === 0) return words.unreachable
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
    this.main.classList.toggle('empty', isEmpty)
    this.composer.invite(isEmpty ? this.data.placeholder : this.data.followUp)
  }
}
