import { stemmer } from 'stemmer'
import { itemAt } from '../item-at.ts'
import { normalise, oneLine } from '../text/normalise.ts'
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from '../text/stop-words.ts'
import type { QuestionEntry } from './question-log.ts'

/** Questions that ask much the same. */
export interface QuestionGroup {
  /** The wording that was used most, the first one of those used equally often. */
  readonly question: string
  /** All wordings, the most used first. */
  readonly wordings: readonly string[]
  /** The entries of the group, in the order in which they were asked. */
  readonly entries: readonly QuestionEntry[]
}

/** Share of their words that two questions have in common from which on they ask the same (Dice coefficient). */
const ALIKE = 0.6

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/**
 * Groups questions by likeness of their words, the largest group first. Each question joins the group whose first question it
 * is most like, so the groups do not depend on chance.
 */
export function groupQuestions(entries: readonly QuestionEntry[]): QuestionGroup[] {
  const groups: { readonly words: ReadonlySet<string>; readonly entries: QuestionEntry[] }[] = []
  const withWord = new Map<string, number[]>()
  for (const entry of entries) {
    const words = wordsOf(entry.question)
    const best = mostAlike(words, groups, withWord)
    if (best !== undefined) {
      groups[best]?.entries.push(entry)
      continue
    }
    for (const word of words) withWord.set(word, [...(withWord.get(word) ?? []), groups.length])
    groups.push({ words, entries: [entry] })
  }
  return groups
    .map((group) => {
      const wordings = byFrequency(group.entries.map(({ question }) => oneLine(question)))
      return { question: wordings[0] ?? '', wordings, entries: group.entries }
    })
    .sort((a, b) => b.entries.length - a.entries.length)
}

function mostAlike(
  words: ReadonlySet<string>,
  groups: readonly { readonly words: ReadonlySet<string> }[],
  withWord: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const common = new Map<number, number>()
  for (const word of words) {
    for (const group of withWord.get(word) ?? []) common.set(group, (common.get(group) ?? 0) + 1)
  }
  let best: number | undefined
  let likeness = ALIKE
  for (const [group, count] of common) {
    const dice = (2 * count) / (words.size + itemAt(groups, group).words.size)
    if (dice > likeness || (dice === likeness && best === undefined)) {
      best = group
      likeness = dice
    }
  }
  return best
}

/** Stems of Latin words and pairs of Han characters, simplified; a question of small words alone has those. */
function wordsOf(question: string): Set<string> {
  const all: string[] = []
  for (const [word] of normalise(question).matchAll(WORD)) {
    if (!/^\p{Script=Han}/u.test(word)) all.push(ENGLISH_STOP_WORDS.has(word) ? '' : stemmer(word))
    else all.push(...pairs(withoutStopWords(word)))
  }
  const telling = new Set(all.filter((word) => word !== ''))
  return telling.size > 0 ? telling : new Set([oneLine(question)])
}

/** The longest ones first, so that none is cut out of another. */
const CHINESE = [...CHINESE_STOP_WORDS].filter((word) => word.length > 1).sort((a, b) => b.length - a.length)

function withoutStopWords(run: string): string[] {
  let parts = [run]
  for (const word of CHINESE) parts = parts.flatMap((part) => part.split(word))
  return parts.filter((part) => part !== '')
}

function pairs(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const characters = [...part]
    if (characters.length === 1) return characters
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  })
}

function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text)
}
