/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AnswerWords } from '../../views/words/answer-words.ts'
import { elementOf, find } from '../dom/elements.ts'

const KEY = 'footnote-api-key'

/** The API key that a reader has given in this tab, where the service asks for one. */
export class ApiKey {
  private key: string | undefined

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined) {
    this.key = storage?.getItem(KEY) ?? undefined
  }

  get value(): string | undefined {
    return this.key
  }

  /**
   * A form that takes the key.
   * @param onGiven called when it has one
   */
  form(words: AnswerWords, onGiven: () => void): HTMLElement {
    const form = elementOf(
      <form class="api-key">
        <label>
          <span>{words.key}</span>
          <input type="password" required autocomplete="off" />
        </label>
        <button type="submit">{words.retry}</button>
      </form>,
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.keep(find<HTMLInputElement>(form, 'input').value.trim())
      onGiven()
    })
    return form
  }

  private keep(key: string): void {
    this.key = key
    try {
      this.storage?.setItem(KEY, key)
    } catch {
      // Full or forbidden: it is then asked for again on the next page.
    }
  }
}
