const NAMES = 'think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad'
const OPENING = new RegExp(
  `<(?:${NAMES})>|◁think▷|<\\|begin_of_thought\\|>|<\\|channel\\|>analysis<\\|message\\|>`,
  'i',
)
const CLOSING = new RegExp(
  `</(?:${NAMES})>|◁/think▷|<\\|end_of_thought\\|>|<\\|channel\\|>final<\\|message\\|>`,
  'i',
)
/** The longest of these marks, which may come in pieces. */
const LONGEST_MARK = 40

/** Leaves out what a model thinks aloud in tags before it answers. */
export class ThoughtFilter {
  private held = ''
  private isThinking = false

  /** @returns what is not thought, as far as it is known */
  add(text: string): string {
    this.held += text
    let visible = ''
    for (;;) {
      const mark = (this.isThinking ? CLOSING : ANY).exec(this.held)
      if (mark === null) break
      // Some templates open the thought themselves, so that only its end is seen: what went before is a line by itself.
      if (!this.isThinking) visible += `${this.held.slice(0, mark.index)}\n`
      this.held = this.held.slice(mark.index + mark[0].length)
      this.isThinking = OPENING.test(mark[0])
    }
    const kept = this.isThinking ? Math.max(0, this.held.length - LONGEST_MARK) : this.beginOfMark()
    if (!this.isThinking) visible += this.held.slice(0, kept)
    this.held = this.held.slice(kept)
    return visible
  }

  /** @returns what was held back because it might have become a mark */
  end(): string {
    const rest = this.isThinking ? '' : this.held
    this.held = ''
    return rest
  }

  /** Where something begins that may become a mark. */
  private beginOfMark(): number {
    const from = Math.max(0, this.held.length - LONGEST_MARK)
    const at = this.held.slice(from).search(/[<◁]/)
    return at < 0 ? this.held.length : from + at
  }
}

const ANY = new RegExp(`${OPENING.source}|${CLOSING.source}`, 'i')
