import { find } from '../dom/elements.ts'

export interface ComposerListener {
  readonly onAsk: (question: string, articles: readonly string[]) => void
  readonly onStop: () => void
  /** @returns the question to edit when one goes back with ↑ */
  readonly lastQuestion: () => string | undefined
}

/** The box that questions are written in. */
export class Composer {
  private readonly box: HTMLTextAreaElement
  private readonly choice: HTMLSelectElement | null
  private readonly send: HTMLButtonElement
  private readonly stop: HTMLButtonElement

  constructor(
    readonly form: HTMLFormElement,
    private readonly listener: ComposerListener,
  ) {
    this.box = find<HTMLTextAreaElement>(form, 'textarea')
    this.choice = form.querySelector('select')
    this.send = find<HTMLButtonElement>(form, '.send')
    this.stop = find<HTMLButtonElement>(form, '.stop')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.submit()
    })
    this.stop.addEventListener('click', listener.onStop)
    this.box.addEventListener('keydown', (event) => this.key(event))
    this.box.addEventListener('input', () => this.grow())
    this.grow()
  }

  get articles(): readonly string[] {
    return this.choice === null || this.choice.value === '' ? [] : [this.choice.value]
  }

  choose(article: string | undefined): void {
    if (this.choice !== null) this.choice.value = article ?? ''
  }

  write(text: string): void {
    this.box.value = text
    this.grow()
    this.focus()
  }

  focus(): void {
    this.box.focus()
    this.box.setSelectionRange(this.box.value.length, this.box.value.length)
  }

  select(): void {
    this.box.focus()
    this.box.select()
  }

  invite(placeholder: string): void {
    this.box.placeholder = placeholder
  }

  /** While an answer comes, it can be stopped where it was asked. */
  busy(isBusy: boolean): void {
    const hadFocus = this.form.contains(document.activeElement)
    this.send.hidden = isBusy
    this.stop.hidden = !isBusy
    if (hadFocus) this.box.focus({ preventScroll: true })
  }

  private key(event: KeyboardEvent): void {
    // An input method takes Enter for itself; Safari says so by the key code alone.
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      this.submit()
    }
    if (event.key === 'ArrowUp' && this.box.value === '') {
      const question = this.listener.lastQuestion()
      if (question === undefined) return
      event.preventDefault()
      this.write(question)
    }
  }

  private submit(): void {
    const question = this.box.value.trim()
    // A second question waits for the first answer: one presses Enter again, or stops.
    if (question === '' || this.send.hidden) return
    this.box.value = ''
    this.grow()
    this.listener.onAsk(question, this.articles)
  }

  /** Makes the box as tall as what is written in it, up to what the stylesheet allows. */
  private grow(): void {
    this.box.style.height = 'auto'
    this.box.style.height = `${this.box.scrollHeight}px`
  }
}
