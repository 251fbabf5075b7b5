import { CHINESE_ADDRESSING } from './chinese-addressing.ts'
import { CHINESE_COURTESY } from './chinese-courtesy.ts'
import { CHINESE_PHRASES } from './chinese-phrases.ts'
import { ENGLISH_ADDRESSING } from './english-addressing.ts'
import { ENGLISH_COURTESY } from './english-courtesy.ts'
import { ENGLISH_PHRASES } from './english-phrases.ts'
import { type Detachment, type Phrase, type PhraseRole, phrasesOf, vocabularyOf } from './phrases.ts'

const GROUPS = [
  ...ENGLISH_PHRASES,
  ...ENGLISH_ADDRESSING,
  ...ENGLISH_COURTESY,
  ...CHINESE_PHRASES,
  ...CHINESE_ADDRESSING,
  ...CHINESE_COURTESY,
]

/** The English words that the phrases are written in. */
export const PHRASE_VOCABULARY: readonly string[] = [...new Set(vocabularyOf(GROUPS))]

interface Phrases {
  readonly all: PhraseList
  /** Those that may follow a question. */
  readonly behind: PhraseList
  /** Those that may follow a question without a mark before them. */
  readonly attached: PhraseList
}

/** Phrases by the characters that they begin with. */
class PhraseList {
  private readonly byFirst = new Map<string, readonly Phrase[]>()
  /** Those that may begin with any other character. */
  private readonly others: readonly Phrase[]

  constructor(phrases: readonly Phrase[]) {
    for (const character of new Set(phrases.flatMap(({ first = [] }) => [...first])))
      this.byFirst.set(
        character,
        phrases.filter(({ first }) => first === undefined || first.has(character)),
      )
    this.others = phrases.filter(({ first }) => first === undefined)
  }

  /** Those that may begin at a place of a text, in their order. */
  at(text: string, start: number): readonly Phrase[] {
    const code = text.codePointAt(start)
    return (code !== undefined && this.byFirst.get(String.fromCodePoint(code))) || this.others
  }
}

let phrases: Phrases | undefined

/** Built on first use: a Worker must not work at import. */
function thePhrases(): Phrases {
  if (phrases === undefined) {
    const all = phrasesOf(GROUPS)
    const behind = all.filter((phrase) => phrase.behind !== 'never')
    phrases = {
      all: new PhraseList(all),
      behind: new PhraseList(behind),
      attached: new PhraseList(behind.filter((phrase) => phrase.behind === 'attached')),
    }
  }
  return phrases
}

/** A way to read a stretch of text from its beginning as nothing but phrases. */
export interface Reading {
  readonly end: number
  /** Roles of its phrases, in order. */
  readonly roles: readonly PhraseRole[]
  /** How detached its last phrase must be from what follows. */
  readonly before: Detachment
}

/** White space, marks, and faces made of marks: `:)`, `^_^`, `¯\_(ツ)_/¯`. */
const MARKS = /(?:[\s\p{P}\p{S}\p{M}]|ツ|づ|ﾉ|・|ω|д|益)*/uy

/** Where the next word begins. */
export function behindMarks(text: string, at: number): number {
  MARKS.lastIndex = at
  return at + (MARKS.exec(text)?.[0].length ?? 0)
}

/**
 * Reads as many phrases from a place as there are, with any marks between them.
 *
 * @param kind `all`; `behind` a mark behind a question, or `attached` to it with nothing between
 * @returns for every place that can be reached the reading of the fewest phrases, by its end
 */
export function readPhrases(
  text: string,
  from: number,
  kind: 'all' | 'behind' | 'attached',
): Map<number, Reading> {
  const { all, behind, attached } = thePhrases()
  const following = kind === 'all' ? all : behind
  const first = kind === 'attached' ? attached : following
  const none: Reading = { end: from, roles: [], before: 'free' }
  const readings = new Map([[from, none]])
  const open = [from]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const reading = readings.get(at)
    if (reading === undefined) continue
    const start = behindMarks(text, at)
    for (const phrase of (at === from ? first : following).at(text, start)) {
      const end = endOf(phrase.pattern, text, start)
      if (end === start) continue
      const found = { roles: [...reading.roles, phrase.role], before: phrase.before }
      for (const place of new Set([end, endOf(phrase.whole, text, start)])) {
        if (place === start) continue
        const known = readings.get(place)
        readings.set(place, { end: place, ...(known === undefined ? found : better(known, found)) })
        if (known === undefined) insert(open, place)
      }
    }
  }
  return readings
}

/** Where a phrase ends that begins here; here, where it does not. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return start + (pattern.exec(text)?.[0].length ?? 0)
}

const LOOSEST_FIRST: readonly Detachment[] = ['free', 'separated', 'question', 'never']
/** What a phrase is taken for that may be several: 了解 answers rather than announces a question. */
const LIKELIEST_FIRST: readonly PhraseRole[] = [
  'identity',
  'help',
  'stop',
  'ping',
  'wellbeing',
  'unclear',
  'farewell',
  'laughter',
  'greeting',
  'thanks',
  'assent',
  'praise',
  'complaint',
  'reaction',
  'announcement',
  'vocative',
  'closing',
  'frame',
  'filler',
]

type Found = Omit<Reading, 'end'>

/** The reading of fewer phrases; of two with as many the likelier one, taken for as loose as either. */
function better(one: Found, other: Found): Found {
  if (one.roles.length !== other.roles.length) return one.roles.length < other.roles.length ? one : other
  const [likelier, less] = likelihood(one) <= likelihood(other) ? [one, other] : [other, one]
  const isLooser = LOOSEST_FIRST.indexOf(less.before) < LOOSEST_FIRST.indexOf(likelier.before)
  return { roles: likelier.roles, before: isLooser ? less.before : likelier.before }
}

function likelihood({ roles }: Found): number {
  return LIKELIEST_FIRST.indexOf(roles.at(-1) ?? 'filler')
}

/** Keeps the places in order, so that each is left only when all ways to it are known. */
function insert(open: number[], place: number): void {
  const at = open.findIndex((other) => other > place)
  open.splice(at < 0 ? open.length : at, 0, place)
}
