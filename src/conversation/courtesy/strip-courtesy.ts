import type { ComparableTurn } from '../wording/comparable-turn.ts'
import { saysSomething } from '../wording/plain-words.ts'
import type { PhraseRole } from './phrases.ts'
import { beginsQuestion } from './question-start.ts'
import { behindMarks, type Reading, readPhrases } from './read-phrases.ts'

/** A stretch of a turn, in places of its comparable text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Phrases stand in the first so many characters of a turn, and in the last. */
const REACH = 240
/** A turn of nothing but phrases is no longer than this. */
const LONGEST_COURTESY = 160

/** And stop? 那测试呢? ask the question before of something else. */
const ASKS_OF_ANOTHER = /^(?:and|or) [^,.!]*\?$|^那么?.*呢\??$/

/**
 * What the phrases do that a turn consists of.
 *
 * @returns undefined for a turn that says more; empty for one without a word
 */
export function rolesOf(turn: ComparableTurn): readonly PhraseRole[] | undefined {
  const { text } = turn
  if (behindMarks(text, 0) === text.length) return []
  if (text.length > LONGEST_COURTESY || ASKS_OF_ANOTHER.test(text)) return undefined
  const readings = [...openingOf(turn).values()].filter(({ end }) => behindMarks(text, end) === text.length)
  return readings.sort((a, b) => a.roles.length - b.roles.length)[0]?.roles
}

/**
 * The part of a turn that asks: without calls, greetings, excuses and announcements before it and thanks, pleas and
 * signatures behind it. Words of the question itself stay: courtesy is set apart by marks, or by where the question
 * begins. A turn of nothing but courtesy stays whole.
 */
export function stripCourtesy(turn: ComparableTurn): Stretch {
  const { text } = turn
  const start = startOfQuestion(turn)
  const end = endOfQuestion(text, start)
  return saysSomething(text.slice(start, end)) ? { start, end } : { start: 0, end: text.length }
}

/** Of turns that are looked at: all that is asked about the beginning of one is asked at once. */
const openings = new WeakMap<ComparableTurn, ReadonlyMap<number, Reading>>()

/** The phrases that a turn begins with. */
function openingOf(turn: ComparableTurn): ReadonlyMap<number, Reading> {
  const opening = openings.get(turn) ?? readPhrases(turn.text.slice(0, REACH), 0, 'all')
  openings.set(turn, opening)
  return opening
}

function startOfQuestion(turn: ComparableTurn): number {
  const { text } = turn
  const starts = [...openingOf(turn).values()].filter((reading) => isDetached(text, reading))
  const furthest = starts.sort((a, b) => b.end - a.end)[0]
  return furthest === undefined || furthest.end === 0 ? 0 : behindMarksBefore(text, furthest.end)
}

const HAN = /\p{Script=Han}/u
/** Marks that end a sentence or a clause. */
const SEPARATOR = /[,.:;!?~…—。、()[\]\n]|-+ /

/** A question may follow these without a mark; other phrases may be its own first words. */
const SELF_CONTAINED: ReadonlySet<PhraseRole> = new Set([
  'greeting',
  'thanks',
  'laughter',
  'announcement',
  'frame',
])

function isDetached(text: string, { end, before, roles }: Reading): boolean {
  if (end === 0) return true
  if (before === 'never') return false
  const next = behindMarks(text, end)
  const rest = text.slice(next)
  if (!saysSomething(rest)) return false
  if (before === 'free') return true
  const isBehindHan = HAN.test(text.charAt(end - 1))
  const isSpaced = isBehindHan && /\s/.test(text.slice(end, next))
  const isSeparated =
    isSpaced || SEPARATOR.test(text.slice(end, next)) || SEPARATOR.test(text.charAt(end - 1))
  if (before === 'question') return isSeparated && beginsQuestion(rest)
  if (isSeparated) return true
  const role = roles.at(-1) ?? 'filler'
  // Hey guys how do I …; but: all those …
  const isSelfContained = SELF_CONTAINED.has(role) || (role === 'vocative' && roles.length > 1)
  if (!isSelfContained) return false
  return beginsQuestion(rest) || (isBehindHan && !HAN.test(rest.charAt(0)))
}

/** What opens a question's own words stays with it: a bracket, a quotation mark, a back-tick, a hash. */
function behindMarksBefore(text: string, at: number): number {
  const next = behindMarks(text, at)
  const marks = text.slice(at, next)
  const opening = marks.search(/[([{"'`“‘「『《〈#$@<\-/.]+$/)
  return opening < 0 ? next : at + opening
}

/** Behind these, courtesy is what is spoken about: how do I say thanks? */
const SPOKEN_ABOUT =
  /(?:\b(?:say|says|said|saying|print|prints|printed|return|returns|returned|the|a|an|of|or|and|to|word|words|called|named|type|typed|send|sends|sent|write|writes|with|my|your|display|displays|show|shows|log|logs|for|from|is|are|was|do|does|i|can|not|in|on|by)|说|写|叫|打|输入|显示|输出|回复|喊|的|是|叫做|印出|返回|和|与|跟|或|在|不|有|把|被|发)\s*["'“‘「『`]*$/

/** What it matches is no longer than this: a word, and the marks behind it. */
const LONGEST_SPOKEN_ABOUT = 60

function endOfQuestion(text: string, start: number): number {
  const trimmed = text.trimEnd().length
  for (const at of breaksOf(text, Math.max(start + 1, trimmed - REACH))) {
    const begin = behindMarks(text, at)
    if (begin >= trimmed) continue
    const isSeparated =
      SEPARATOR.test(text.slice(at, begin)) || /\p{Script=Han}\s/u.test(text.slice(at - 1, begin))
    if (!isSeparated && SPOKEN_ABOUT.test(text.slice(Math.max(0, at - LONGEST_SPOKEN_ABOUT), at))) continue
    const readings = readPhrases(text, begin, isSeparated ? 'behind' : 'attached')
    const closes = [...readings.values()].some(
      ({ end, roles }) => roles.length > 0 && behindMarks(text, end) === text.length,
    )
    if (closes && isAsking(text.slice(start, at))) return endWithMarks(text, at)
  }
  return trimmed
}

function isAsking(text: string): boolean {
  return saysSomething(text) && text.trim().length > 1
}

/** The question mark stays with the question, a comma does not. */
function endWithMarks(text: string, at: number): number {
  return at + (/^\s*[?!.。]+/.exec(text.slice(at))?.[0].trimEnd().length ?? 0)
}

/** Places where a closing phrase may begin: behind words and marks, and between Han characters. */
function breaksOf(text: string, from: number): number[] {
  const places: number[] = []
  for (let at = from; at < text.length; at++) {
    const previous = text.charAt(at - 1)
    const next = text.charAt(at)
    const isInside = /[-./+#@:]/.test(next) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))
    const isWordEnd =
      !isInside && /[\p{L}\p{N}`"')\]」』”]/u.test(previous) && !/[\p{Script=Latin}\p{N}_]/u.test(next)
    const isHan = /\p{Script=Han}/u.test(next) || /\p{Script=Han}/u.test(previous)
    if (isWordEnd || isHan) places.push(at)
  }
  return places
}
