import type { AnswerPart } from '../domain/ask.ts'

/** Discord takes some five edits of a message in five seconds, and its readers follow no more than one a second. */
const EDIT_MILLISECONDS = 1000

/**
 * Shows an answer while it is written, at most once a second. What is there within a second is left to the answer itself,
 * so that one which is made at once is never seen half.
 */
export class GrowingAnswer {
  private text = ''
  private shown = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  private edit: Promise<void> | undefined
  private hasEnded = false
  private readonly show: (text: string) => Promise<void>

  /** @param show edits the message; where that fails, the answer itself will be sent all the same */
  constructor(show: (text: string) => Promise<void>) {
    this.show = show
  }

  readonly add = (part: AnswerPart): void => {
    if (part.type !== 'token') return
    this.text += part.text
    this.schedule()
  }

  /** Shows nothing more; resolves when no edit is under way that could overtake the answer. */
  async end(): Promise<void> {
    this.hasEnded = true
    clearTimeout(this.timer)
    await this.edit
  }

  private schedule(): void {
    if (this.hasEnded || this.timer !== undefined || this.text === this.shown) return
    this.timer = setTimeout(() => {
      this.shown = this.text
      this.edit = this.show(this.shown)
        .catch(() => {})
        .then(() => {
          this.timer = undefined
          this.schedule()
        })
    }, EDIT_MILLISECONDS)
  }
}
