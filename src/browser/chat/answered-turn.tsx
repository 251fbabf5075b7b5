/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Citation } from '../../domain/citation.ts'
import { AfterText } from '../../views/answer/answer-view.tsx'
import { Failure, TurnView } from '../../views/answer/turn-view.tsx'
import type { AnswerWords } from '../../views/words/answer-words.ts'
import { elementOf, find, nodesOf } from '../dom/elements.ts'
import { AnswerActions, RetryAction } from './answer-actions.tsx'
import type { AskedTurn } from './conversation.ts'
import { GrowingText } from './growing-text.tsx'

/** A turn on the page: its question, and its answer while it comes and when it is there. */
export class AnsweredTurn {
  readonly element: HTMLElement
  private readonly body: HTMLElement
  private text: GrowingText

  constructor(
    public turn: AskedTurn,
    private readonly words: AnswerWords,
  ) {
    this.element = elementOf(<TurnView question={turn.question} words={words} />)
    this.body = find(this.element, '.answer')
    find(this.element, '.asked').lang = likelyLanguage(turn.question)
    this.text = new GrowingText(words, likelyLanguage(turn.question))
    if (turn.answer !== undefined) this.finish(turn)
  }

  /** An empty answer that is about to grow. */
  begin(): void {
    this.text = new GrowingText(this.words, likelyLanguage(this.turn.question))
    this.body.className = 'answer growing'
    this.body.setAttribute('aria-busy', 'true')
    this.body.replaceChildren(this.text.element)
  }

  addCitations(citations: readonly Citation[]): void {
    this.text.addCitations(citations)
  }

  addText(text: string): void {
    this.text.add(text)
  }

  citationOf(marker: number): Citation | undefined {
    return (
      this.turn.answer?.citations.find((citation) => citation.marker === marker) ??
      this.text.citationOf(marker)
    )
  }

  /** Completes the answer with what belongs below it. */
  finish(turn: AskedTurn): void {
    const { answer } = turn
    if (answer === undefined) return
    const { words } = this
    this.turn = turn
    if (answer.citations.some(({ marker }) => this.text.citationOf(marker) === undefined)) {
      this.text.addCitations(answer.citations)
    }
    this.text.text = answer.answer
    this.text.render()
    this.text.element.lang = answer.answerLanguage
    find(this.element, '.asked').lang = answer.language
    this.settle(`answer ${answer.kind}`)
    this.body.replaceChildren(
      this.text.element,
      nodesOf(<AfterText answer={answer} words={words} />),
      nodesOf(<AnswerActions answer={answer} words={words} />),
    )
  }

  /**
   * Ends without an answer; what has come of it stays.
   * @param remedy what one can do about it; trying again, unless told
   */
  fail(message: string, remedy = nodesOf(<RetryAction words={this.words} />)): void {
    this.text.render()
    this.settle('answer failed')
    this.body.replaceChildren(this.text.element, nodesOf(<Failure message={message} />), remedy)
  }

  private settle(className: string): void {
    this.body.className = className
    this.body.removeAttribute('aria-busy')
  }
}

/** The language of a question before its answer tells, so that it is set in the right face from the beginning. */
function likelyLanguage(question: string): string {
  if (!/\p{Script=Han}/u.test(question)) return 'en'
  const { lang } = document.documentElement
  return lang.startsWith('zh') ? lang : 'zh-Hant'
}
