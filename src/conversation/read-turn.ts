import { LRUCache } from 'lru-cache'
import { stemmer } from 'stemmer'
import type { Turn } from '../domain/question.ts'
import type { LexicalIndex } from '../index/lexical/lexical-index.ts'
import { aspectVocabulary } from './about/recognise/recognise-aspect.ts'
import { withoutGreetedName } from './courtesy/greeted-name.ts'
import type { PhraseRole } from './courtesy/phrases.ts'
import { PHRASE_VOCABULARY } from './courtesy/read-phrases.ts'
import { rolesOf, stripCourtesy } from './courtesy/strip-courtesy.ts'
import { type ComparableTurn, comparableTurn } from './wording/comparable-turn.ts'
import { plainWords } from './wording/plain-words.ts'
import { Spelling } from './wording/spelling.ts'

/** A turn of a conversation, read. */
export interface ReadTurn {
  /** What the person wrote, without the platform's mark-up. */
  readonly plain: string
  readonly comparable: ComparableTurn
  /** What its phrases do, if it consists of nothing else. */
  readonly roles: readonly PhraseRole[] | undefined
  /** The part that asks; all of it in a turn of nothing but phrases. */
  readonly question: string
  /** What is asked, in comparable text. */
  readonly asked: string
}

/** Longer turns are read as far as this, in UTF-16 code units: a question's own limit. */
const LONGEST_TURN = 1000
/** Turns that are remembered, in UTF-16 code units of all together; each takes some ten times as much. */
const REMEMBERED_LETTERS = 2 ** 17
/** Turns further back have no bearing on a question. */
const MOST_TURNS = 12

/** Reads turns with the words that the corpus and the language know. */
export class TurnReader {
  private readonly index: Pick<LexicalIndex, 'dictionary' | 'termDictionary'>
  private spelling: Spelling | undefined
  /** The latest: what was said before comes again with each question of a conversation. */
  private readonly known = new LRUCache<string, ReadTurn>({
    maxSize: REMEMBERED_LETTERS,
    sizeCalculation: ({ plain }) => plain.length + 1,
  })

  constructor(index: Pick<LexicalIndex, 'dictionary' | 'termDictionary'>) {
    this.index = index
  }

  read(content: string): ReadTurn {
    const known = this.known.get(content)
    if (known !== undefined) return known
    const turn = this.readNew(content)
    if (content.length <= LONGEST_TURN) this.known.set(content, turn)
    return turn
  }

  private readNew(content: string): ReadTurn {
    this.spelling ??= new Spelling([...PHRASE_VOCABULARY, ...aspectVocabulary()], this.index)
    const { spell } = this.spelling
    const isSubject = (word: string) => this.index.termDictionary.find(stemmer(word)) !== undefined
    const roles = (text: string) => rolesOf(comparableTurn(text, spell))
    const plain = withoutGreetedName(plainWords(content, isSubject), { roles, isSubject })
    const comparable = comparableTurn(plain, spell)
    const { start, end } = stripCourtesy(comparable)
    const question = plain.slice(comparable.sourceOf(start), comparable.sourceOf(end)).trim()
    return {
      plain,
      comparable,
      roles: rolesOf(comparable),
      question: question === '' ? content.trim() : question,
      asked: comparable.text.slice(start, end).trim(),
    }
  }

  /**
   * The turns that a question can lean on: what people only said out of courtesy is left out together with the reply
   * to it, courtesy around questions is left away, and what is very long is cut.
   *
   * @param isEmptyTurn whether nothing was asked with a turn of the person's, which may stand behind a question
   */
  withoutEmptyTurns(
    history: readonly Turn[],
    isEmptyTurn: (content: string, isBehindQuestion: boolean) => boolean,
  ): Turn[] {
    const turns: Turn[] = []
    let isEmpty = false
    for (const { role, content } of history.slice(-MOST_TURNS)) {
      if (role === 'user') {
        const cut = content.slice(0, LONGEST_TURN)
        isEmpty = isEmptyTurn(cut, turns.length > 0)
        if (!isEmpty) turns.push({ role, content: this.read(cut).question })
      } else if (!isEmpty) turns.push({ role, content: content.slice(0, LONGEST_TURN) })
    }
    return turns
  }
}
