import type { Turn } from '../../domain/question.ts'
import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { nameTest } from '../../retrieval/lexical/analyse-question.ts'
import { standaloneQuestion } from '../../retrieval/question/standalone-question.ts'
import { splitSentences } from '../../text/sentences.ts'
import { saysSomething } from '../wording/plain-words.ts'
import { spokenOf } from './spoken-of.ts'

/** Longer questions come with a story, or a text that somebody pasted, in UTF-16 code units. */
const LONG_QUESTION = 200
/** Shorter turns are questions. */
const LONG_TURN = 50
/** So many words tell what a text is about … */
const ENOUGH_WORDS = 8
/** … and the corpus speaks of it, where it has this much of them. Questions about a corpus have nearly all. */
const SPOKEN_OF = 0.66

/** A question and the turns that it can lean on. */
export interface AskedQuestion {
  readonly question: string
  readonly history: readonly Turn[]
}

/**
 * A question without long texts about something that the corpus does not speak of, pasted into it or said before: they
 * would meet half of its paragraphs by chance, and what leans on them would seem to be answered.
 *
 * @returns undefined for a question about nothing but such a text
 */
export function withoutForeignText(
  { question, history }: AskedQuestion,
  lexicalIndex: LexicalIndex,
): AskedQuestion | undefined {
  const asked = withoutForeignSentences(question, lexicalIndex)
  if (asked === undefined) return undefined
  const near = history.filter((turn) => !isForeignTurn(turn, lexicalIndex))
  const before = history.findLast(({ role }) => role === 'user')
  const text = asked === question ? (before && !near.includes(before) ? before.content : undefined) : question
  return text !== undefined && leansOn(asked, text, lexicalIndex)
    ? undefined
    : { question: asked, history: near }
}

/** The last sentence of a long question about something else, and those that name something that the corpus knows. */
function withoutForeignSentences(question: string, lexicalIndex: LexicalIndex): string | undefined {
  if (question.length < LONG_QUESTION || !isForeign(question, lexicalIndex)) return question
  const sentences = splitSentences(question).map(({ start, end }) => question.slice(start, end))
  const last = sentences.findLastIndex(saysSomething)
  const near = sentences.filter((sentence, at) => {
    if (sentence.length >= LONG_QUESTION && isForeign(sentence, lexicalIndex)) return false
    const { isNamed, share } = spokenOf(sentence, lexicalIndex)
    return at === last || (isNamed && share >= SPOKEN_OF)
  })
  return near.length > 0 ? near.join(' ') : undefined
}

function isForeignTurn({ content }: Turn, lexicalIndex: LexicalIndex): boolean {
  return content.length >= LONG_TURN && isForeign(content, lexicalIndex)
}

function isForeign(text: string, lexicalIndex: LexicalIndex): boolean {
  const { words, share } = spokenOf(text, lexicalIndex)
  return words >= ENOUGH_WORDS && share < SPOKEN_OF
}

function leansOn(question: string, text: string, lexicalIndex: LexicalIndex): boolean {
  const { parts } = standaloneQuestion(question, [{ role: 'user', content: text }], nameTest(lexicalIndex))
  return parts.length > 1
}
