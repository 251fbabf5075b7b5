import { stemmer } from 'stemmer'
import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { editDistance } from '../../text/edit-distance.ts'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'

/** Shorthand of chats, without apostrophes. */
const SHORTHAND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    u: 'you',
    ya: 'you',
    yall: 'you',
    ur: 'your',
    r: 'are',
    y: 'why',
    pls: 'please',
    plz: 'please',
    plzz: 'please',
    plis: 'please',
    wat: 'what',
    wut: 'what',
    wot: 'what',
    whut: 'what',
    abt: 'about',
    tho: 'though',
    thx: 'thanks',
    thnx: 'thanks',
    thanx: 'thanks',
    tnx: 'thanks',
    tks: 'thanks',
    thks: 'thanks',
    cuz: 'because',
    coz: 'because',
    ppl: 'people',
    smth: 'something',
    sth: 'something',
    tmr: 'tomorrow',
    teh: 'the',
    hv: 'have',
    wanna: 'want to',
    gonna: 'going to',
    gotta: 'got to',
    dunno: 'dont know',
    lemme: 'let me',
    gimme: 'give me',
    whos: 'who is',
    whats: 'what is',
    hows: 'how is',
    wheres: 'where is',
    thats: 'that is',
    im: 'i am',
    ive: 'i have',
    youre: 'you are',
    isnt: 'is not',
    arent: 'are not',
    wasnt: 'was not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    havent: 'have not',
    hasnt: 'has not',
    cant: 'can not',
    cannot: 'can not',
    couldnt: 'could not',
    wont: 'will not',
  }),
)
/** A word, or the words that it is short for. */
export function spellShorthand(word: string): string {
  return SHORTHAND.get(word) ?? word
}

const SHORTEST_MISSPELT = 4

/** Words that may be misspelt into one another are compared in this form: `heyyy` and `hey`, `helo` and `hello`. */
function withoutRepeats(word: string): string {
  return word.replace(/(.)\1+/gu, '$1')
}

/** Tells which word of a vocabulary another one stands for: shorthand, drawn out (`heyyyy`), misspelt (`tahnks`). */
export class Spelling {
  private readonly words: ReadonlySet<string>
  private readonly byForm: ReadonlyMap<string, string>
  private readonly index: Pick<LexicalIndex, 'dictionary' | 'termDictionary'>

  /**
   * @param vocabulary the words that phrases are made of, lower case, without apostrophes
   * @param index what its dictionary or its corpus knows is no misspelling
   */
  constructor(vocabulary: Iterable<string>, index: Pick<LexicalIndex, 'dictionary' | 'termDictionary'>) {
    this.words = new Set(vocabulary)
    this.byForm = new Map([...this.words].map((word) => [withoutRepeats(word), word]))
    this.index = index
  }

  /** @param word lower case, without apostrophes */
  readonly spell = (word: string): string => {
    const known = SHORTHAND.get(word) ?? (this.words.has(word) ? word : undefined)
    if (known !== undefined) return known
    if (!/^[a-z]+$/.test(word)) return word
    const isDrawnOut = /(.)\1\1/.test(word)
    const shorter = isDrawnOut ? word.replace(/(.)\1\1+/g, '$1') : word
    if (isDrawnOut && SHORTHAND.has(shorter)) return SHORTHAND.get(shorter) ?? word
    if (!isDrawnOut && this.isKnown(word)) return word
    const form =
      isDrawnOut || word.length >= SHORTEST_MISSPELT ? this.byForm.get(withoutRepeats(word)) : undefined
    return form ?? this.nearest(isDrawnOut ? shorter : word)
  }

  private isKnown(word: string): boolean {
    if (ENGLISH_STOP_WORDS.has(word)) return true
    const stem = stemmer(word)
    return this.index.dictionary.explains(stem) || this.index.termDictionary.find(stem) !== undefined
  }

  private nearest(word: string): string {
    if (word.length < SHORTEST_MISSPELT) return word
    for (const candidate of this.words)
      if (candidate.length >= SHORTEST_MISSPELT && editDistance(word, candidate, 1) === 1) return candidate
    return word
  }
}
