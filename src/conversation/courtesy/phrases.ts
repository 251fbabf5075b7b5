import type { ConversationAct } from '../../domain/answer.ts'
import { firstCharacters } from './first-characters.ts'

/**
 * What a phrase does in a turn: an act of conversation; or a call to somebody (`guys`), an announcement (`quick
 * question`), a frame of a request (`can you tell me`), a farewell to a question (`thanks in advance` is thanks, `no
 * rush` a closing), or nothing (`well`).
 */
export type PhraseRole = ConversationAct | 'vocative' | 'announcement' | 'frame' | 'closing' | 'filler'

/**
 * What must follow a phrase in front of a question, so that it is courtesy rather than the question's own words:
 * anything, a mark or the beginning of a question, both, or nothing will do.
 */
export type Detachment = 'free' | 'separated' | 'question' | 'never'

export interface PhraseGroup {
  readonly role: PhraseRole
  readonly before: Detachment
  /** Whether it may follow a question: with nothing between (`… thanks`), only behind a mark, or not at all. */
  readonly behind: 'attached' | 'separated' | 'never'
  /** Regular expressions over comparable text, see {@link ComparableTurn}; one a line, words written out. */
  readonly lines: string
}

/** A phrase, ready to be looked for at a place. */
export interface Phrase extends Omit<PhraseGroup, 'lines'> {
  /** The characters that it can begin with; undefined where any may be first. */
  readonly first: ReadonlySet<string> | undefined
  /** Sticky; a match goes as far as the first alternative does that fits. */
  readonly pattern: RegExp
  /** Matches a phrase that goes on to a mark or to the end of the turn. */
  readonly whole: RegExp
}

/** No word in Latin letters goes on here. */
const WORD_END = '(?!(?<=[a-z0-9])(?:[a-z0-9_]|[-./+#@:][a-z0-9_]|\\())'
const PARTICLES = '[啊呀哦喔噢呕啦喽啰嘞哈耶欸诶唷哟咯捏]{0,4}'

export function phrasesOf(groups: readonly PhraseGroup[]): Phrase[] {
  return groups.flatMap(({ lines, ...rest }) =>
    linesOf(lines).map((line) => {
      const source = `(?:${bounded(line)})${WORD_END}${PARTICLES}`
      let pattern: RegExp | undefined
      let whole: RegExp | undefined
      return {
        ...rest,
        first: firstCharacters(line),
        // Most phrases are never tried, and hundreds of long expressions take tens of milliseconds to compile.
        get pattern() {
          pattern ??= new RegExp(source, 'suy')
          return pattern
        },
        get whole() {
          whole ??= new RegExp(`${source}(?=\\s*(?:[\\n\\p{P}\\p{S}]|$))`, 'suy')
          return whole
        },
      }
    }),
  )
}

/** Words in any order are tried in more and more ways the more of them there may be. */
function bounded(line: string): string {
  return line.replaceAll(')*', '){0,6}').replaceAll(')+', '){1,6}')
}

/** The English words that phrases are written in. */
export function vocabularyOf(groups: readonly PhraseGroup[]): string[] {
  return groups.flatMap(({ lines }) => lines.match(/[a-z]{3,}/g) ?? [])
}

function linesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
