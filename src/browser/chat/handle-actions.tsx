/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AnswerWords, FeedbackReason } from '../../views/words/answer-words.ts'
import type { Service } from '../asking/ask-service.ts'
import { answerAsMarkdown } from '../citations/markdown-copy.ts'
import { copyText } from '../dom/copy-text.ts'
import { closest, find, nodesOf } from '../dom/elements.ts'
import { FeedbackReasons } from './answer-actions.tsx'
import type { AnsweredTurn } from './answered-turn.tsx'
import type { AskedTurn } from './conversation.ts'
import { sendFeedback } from './send-feedback.ts'

export interface ActionContext {
  /** What takes feedback. */
  readonly service: () => Service
  /** Where the question of a turn can be asked again. */
  readonly linkTo: (turn: AskedTurn) => string
  readonly words: AnswerWords
  readonly turnOf: (element: Element) => AnsweredTurn | undefined
  readonly onRetry: (turn: AnsweredTurn) => void
  /** Says something to those who do not see the page. */
  readonly announce: (message: string) => void
}

/** Does what the buttons below an answer say. */
export function handleActions(conversation: HTMLElement, context: ActionContext): void {
  conversation.addEventListener('click', async (event) => {
    const button = closest(event, '[data-action], [data-reason]')
    const view = button && context.turnOf(button)
    if (button === undefined || view === undefined) return
    const { action, reason } = button.dataset
    if (action === 'retry') context.onRetry(view)
    if (action === 'copy') await copy(view, context)
    if (action === 'share') await share(view, context)
    if (action === 'up' || action === 'down') await vote(view, action, context)
    if (reason !== undefined) await explain(view, reason as FeedbackReason, context)
  })
}

function note(view: AnsweredTurn, message: string, { announce }: ActionContext): void {
  const place = view.element.querySelector('.note')
  if (place !== null) place.textContent = message
  announce(message)
}

async function copy(view: AnsweredTurn, context: ActionContext): Promise<void> {
  const { answer } = view.turn
  if (answer === undefined) return
  await copyText(answerAsMarkdown(answer, location.href, context.words))
  note(view, context.words.copied, context)
}

async function share(view: AnsweredTurn, context: ActionContext): Promise<void> {
  await copyText(context.linkTo(view.turn))
  note(view, context.words.linkCopied, context)
}

async function vote(view: AnsweredTurn, vote: 'up' | 'down', context: ActionContext): Promise<void> {
  const { question, answer } = view.turn
  if (answer === undefined) return
  for (const button of view.element.querySelectorAll('[aria-pressed]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-action') === vote))
  }
  view.element.querySelector('.reasons')?.remove()
  if (vote === 'down') {
    find(view.element, '.actions').after(nodesOf(<FeedbackReasons answer={answer} words={context.words} />))
  }
  const taken = await sendFeedback(context.service(), { question, answer, vote })
  note(view, taken ? context.words.thanks : context.words.feedbackLost, context)
}

async function explain(view: AnsweredTurn, reason: FeedbackReason, context: ActionContext): Promise<void> {
  const { question, answer } = view.turn
  if (answer === undefined) return
  view.element.querySelector('.reasons')?.remove()
  find(view.element, '[data-action="down"]').focus()
  const taken = await sendFeedback(context.service(), { question, answer, vote: 'down', reason })
  note(view, taken ? context.words.thanks : context.words.feedbackLost, context)
}
