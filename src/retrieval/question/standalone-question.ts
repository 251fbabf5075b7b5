import { LONGEST_QUESTION, type Turn } from '../../domain/question.ts'
import { normalise } from '../../text/normalise.ts'
import { type QuestionType, questionTypeOf } from '../../text/question-type.ts'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'
import {
  AGREES,
  ASKS,
  CHANGES_SUBJECT,
  EMPTY_WORDS,
  EVERY_HAN,
  GOES_ON,
  HAN,
  LATIN_WORD,
  OPENS_QUESTION,
  POINTS_BACK,
  PREDICATE,
  SAME_OF_ANOTHER,
} from './follow-up-patterns.ts'
import { withoutSwappedLetters } from './swapped-letters.ts'

/** A piece of the conversation and how much its words count towards what is asked. */
export interface QuestionPart {
  readonly text: string
  readonly weight: number
  /** Whether its names are left out, because the question replaces them. */
  readonly withoutNames: boolean
}

/** A question that can be understood without the turns before it. */
export interface StandaloneQuestion {
  /** What the person wrote. */
  readonly question: string
  /** The question itself first, with weight 1, then what it leans on. */
  readonly parts: readonly QuestionPart[]
  readonly type: QuestionType
}

/** An earlier question counts this much, the one before it this much again. */
const EARLIER_WEIGHT = 0.6
const ELLIPTIC_WEIGHT = 0.85
/** Turns further back are another subject. */
const MOST_EARLIER_QUESTIONS = 3
/** The longest text that a question leans on, all together: with more of it, that would be what is asked. */
const MOST_LEANED_ON = 1000

/** Whether a word in Latin letters (lower case) names something rather than being ordinary English. */
export type NameTest = (word: string) => boolean

/**
 * Resolves a follow-up from the history alone. A question that stands by itself, as one after a change of subject
 * does, takes nothing from it.
 *
 * @param history oldest first; the assistant's turns may be missing
 */
export function standaloneQuestion(
  question: string,
  history: readonly Turn[],
  isName: NameTest,
): StandaloneQuestion {
  const text = comparable(question)
  const own: QuestionPart = { text: question, weight: 1, withoutNames: false }
  const earlier = history.filter(({ role }) => role === 'user').map(({ content }) => content)
  const suggested = AGREES.test(text) ? suggestedQuestion(history) : undefined
  if (suggested !== undefined) return standaloneQuestion(suggested, [], isName)
  if (earlier.length === 0 || !leansOnHistory(text, isName))
    return { question, parts: [own], type: questionTypeOf(text) }

  const substitutes =
    contentLength(text) > 0 && (SAME_OF_ANOTHER.test(text) || asksForNamesAlone(text, isName))
  const putsName = substitutes && names(text, isName).length > 0
  const named = namingSubject(question, earlier.at(-1) ?? '', isName)
  if (named !== question) return { question, parts: [{ ...own, text: named }], type: questionTypeOf(text) }
  const parts = [own]
  let room = MOST_LEANED_ON
  const take = (content: string) => {
    const taken = content.slice(0, Math.min(LONGEST_QUESTION, room))
    room -= taken.length
    return taken
  }
  let weight = isElliptic(text, isName) || substitutes ? ELLIPTIC_WEIGHT : EARLIER_WEIGHT
  for (const turn of earlier.slice(-MOST_EARLIER_QUESTIONS).reverse()) {
    const content = take(turn)
    if (content === '') break
    parts.push({
      text: substitutes ? predicateOf(content, putsName, isName) : content,
      weight,
      withoutNames: putsName,
    })
    // Further back only as long as the questions in between leaned back as well.
    if (!leansOnHistory(comparable(content), isName)) break
    weight *= EARLIER_WEIGHT
  }
  const ownType = questionTypeOf(text)
  const type =
    ownType === 'other' || substitutes
      ? questionTypeOf(normalise((earlier.at(-1) ?? '').slice(0, LONGEST_QUESTION)))
      : ownType
  return { question, parts, type: type === 'other' ? ownType : type }
}

/** Whether a question says that it is about something else than those before it: another thing, …; 換個話題. */
export function changesSubject(question: string): boolean {
  return CHANGES_SUBJECT.test(comparable(question))
}

function comparable(question: string): string {
  return withoutSwappedLetters(normalise(question).trim())
}

function leansOnHistory(text: string, isName: NameTest): boolean {
  if (CHANGES_SUBJECT.test(text) || !asksSomething(text)) return false
  if (GOES_ON.test(text)) return !isWholeQuestion(text, isName)
  const named = names(text, isName).length > 0
  return POINTS_BACK.test(text) ? !named || contentLength(text) < 12 : isElliptic(text, isName)
}

/** "And who started CloudStack?" says all that it asks, whatever leads on to it. */
function isWholeQuestion(text: string, isName: NameTest): boolean {
  const [, english, chinese] = OPENS_QUESTION.exec(text) ?? []
  const question = english ?? chinese
  if (question === undefined || SAME_OF_ANOTHER.test(text) || POINTS_BACK.test(text)) return false
  const named = names(question, isName).length
  return named > 0 && contentLength(question) > 2 * named
}

const PRONOUN = /\bit\b|它(?![们們])/i

/** "Who bought it?" of the only thing that the question before names. */
function namingSubject(question: string, before: string, isName: NameTest): string {
  const named = new Set(names(comparable(before), isName))
  const [name = ''] = named
  return named.size === 1 ? question.replace(PRONOUN, name) : question
}

/** Too little is left to be a question of its own. */
function isElliptic(text: string, isName: NameTest): boolean {
  return names(text, isName).length === 0 && contentLength(text) <= 6
}

/** A turn that says nothing goes on from nothing: ok, the, 好的. */
function asksSomething(text: string): boolean {
  return contentLength(text) > 0 || ASKS.test(text)
}

function names(text: string, isName: NameTest): string[] {
  return (text.match(LATIN_WORD) ?? []).filter((word) => !ENGLISH_STOP_WORDS.has(word) && isName(word))
}

/** Han characters, and two for each Latin word, that say what is asked about. */
function contentLength(text: string): number {
  const words = (text.match(LATIN_WORD) ?? []).filter((word) => !ENGLISH_STOP_WORDS.has(word))
  return (text.replace(EMPTY_WORDS, ' ').match(EVERY_HAN)?.length ?? 0) + 2 * words.length
}

/** And Mesos? K8s 也行? */
function asksForNamesAlone(text: string, isName: NameTest): boolean {
  return contentLength(text) === 2 * names(text, isName).length
}

/**
 * What a question says of its subject, so that it can be asked of another. A name is the subject where there is one, and
 * is put aside by `withoutNames`; else the subject of a Chinese question stands before the predicate: 茶館是什麼時候開的 →
 * 是什么时候开的. Names stay where none takes their place: 那缺點呢 asks about another side of the same thing.
 */
function predicateOf(question: string, putsName: boolean, isName: NameTest): string {
  const text = normalise(question)
  const named = names(text, isName)
  if (!HAN.test(text) || (putsName && named.length > 0)) return text
  return [...named, text.match(PREDICATE)?.[0] ?? text].join(' ')
}

/**
 * The question that the assistant's last turn ends with, which "yes" says yes to. One that it quotes is followed by a
 * marker and offers nothing.
 */
function suggestedQuestion(history: readonly Turn[]): string | undefined {
  const last = history.findLast(({ role }) => role === 'assistant')?.content.slice(-LONGEST_QUESTION)
  return last?.match(/[^。.!?！？\n]+[?？](?=["'”’」』)）\s]*$)/u)?.[0].trim()
}
