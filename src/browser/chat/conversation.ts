import type { Turn } from '../../domain/question.ts'
import type { ReceivedAnswer } from '../asking/ask-service.ts'

/** A question of the conversation and, once it is there, its answer. */
export interface AskedTurn {
  readonly question: string
  /** Ids of the articles that were asked; all without any. */
  readonly articles: readonly string[]
  readonly answer?: ReceivedAnswer
}

/** What a request may hold, see `protocol/ask-request.ts`; follow-ups need no more than the last few turns. */
const MOST_TURNS = 20
const LONGEST_TURN = 8000

const KEY = 'footnote-conversation'

/** The conversation of this tab. It is kept in the tab alone and gone with it. */
export class Conversation {
  private turns: AskedTurn[]

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) {
    this.turns = restored(storage)
  }

  get all(): readonly AskedTurn[] {
    return this.turns
  }

  get last(): AskedTurn | undefined {
    return this.turns.at(-1)
  }

  add(turn: AskedTurn): void {
    this.turns.push(turn)
    this.store()
  }

  /** Puts the answer, or that there is none, in place of what the turn had. */
  replace(turn: AskedTurn, by: AskedTurn): void {
    this.turns = this.turns.map((each) => (each === turn ? by : each))
    this.store()
  }

  clear(): void {
    this.turns = []
    this.storage?.removeItem(KEY)
  }

  /** The turns before a question, as a request has them. */
  historyBefore(turn: AskedTurn): Turn[] {
    const at = this.turns.indexOf(turn)
    return this.turns
      .slice(0, at === -1 ? undefined : at)
      .flatMap(({ question, answer }): Turn[] => [
        { role: 'user', content: question },
        ...(answer === undefined ? [] : [{ role: 'assistant', content: answer.answer } as const]),
      ])
      .slice(-MOST_TURNS)
      .map(({ role, content }) => ({ role, content: [...content].slice(0, LONGEST_TURN).join('') }))
  }

  private store(): void {
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.turns))
    } catch {
      // Full or forbidden: the conversation then ends with the page.
    }
  }
}

function restored(storage: Pick<Storage, 'getItem'> | undefined): AskedTurn[] {
  try {
    const turns: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]')
    return Array.isArray(turns) ? turns : []
  } catch {
    return []
  }
}
