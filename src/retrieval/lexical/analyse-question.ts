import { stemmer } from 'stemmer'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { normalise } from '../../text/normalise.ts'
import { latestTermsOf } from '../../text/term-cache.ts'
import type { Term, TermKind } from '../../text/terms.ts'
import { EMPTY_WORDS, GOES_ON, POINTS_BACK } from '../question/follow-up-patterns.ts'
import type { NameTest, QuestionPart } from '../question/standalone-question.ts'
import type { QueryTerm } from './bm25.ts'
import { expandTerm, type Words } from './expand-term.ts'

/** How much a kind of term counts when a question meets a passage. Measured in docs/quality.md. */
const KIND_WEIGHTS: Readonly<Record<TermKind, number>> = {
  latin: 2,
  phrase: 1,
  number: 1.5,
  word: 1,
  bigram: 0.5,
  character: 0.3,
  part: 0.7,
  symbol: 1.5,
  // Looked up as expansions of the words that they stand for.
  numeronym: 0,
}

/**
 * Half as many again as the longest questions have that people ask. Longer ones are texts that somebody pasted: their
 * most telling words say what they are about, and all of them would meet half of any corpus by chance.
 */
const MOST_TERMS = 80

/**
 * The terms of a question and of what it leans on, each with what stands for it in the corpus; of very many the most
 * telling. A term that comes more than once counts by its heaviest part.
 */
export function analyseQuestion(parts: readonly QuestionPart[], lexicalIndex: Words): QueryTerm[] {
  return heaviest(weighTerms(parts, lexicalIndex)).map(({ term, ...weighed }) => ({
    ...weighed,
    expansions: expandTerm(weighed.key, term, lexicalIndex),
  }))
}

interface WeighedTerm extends Omit<QueryTerm, 'expansions'> {
  readonly term: Term
}

function weighTerms(parts: readonly QuestionPart[], lexicalIndex: Words): WeighedTerm[] {
  const isName = nameTest(lexicalIndex)
  const terms = new Map<string, WeighedTerm>()
  for (const [at, { text, weight: partWeight, withoutNames }] of parts.entries()) {
    for (const [key, term] of latestTermsOf(text, lexicalIndex.dictionary)) {
      const weight = partWeight * KIND_WEIGHTS[term.kind] * telling(key, term.kind, lexicalIndex.dictionary)
      if (weight <= (terms.get(key)?.weight ?? 0)) continue
      const named = term.surface !== undefined && isName(term.surface)
      if (withoutNames && named) continue
      terms.set(key, { key, kind: term.kind, isName: named, isOwn: at === 0, weight, term })
    }
  }
  return [...terms.values()]
}

/** In their order. */
function heaviest(terms: readonly WeighedTerm[]): readonly WeighedTerm[] {
  if (terms.length <= MOST_TERMS) return terms
  const kept = new Set([...terms].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS))
  return terms.filter((term) => kept.has(term))
}

/** Words at least this rare count in full. */
const TELLING_RARITY = 8
/** How much the commonest words count. */
const LEAST_TELLING = 0.3

/**
 * How telling a word is in general, 0–1. In a small corpus chance decides which ordinary words (take, name, start) are
 * rare; the dictionary knows better.
 */
function telling(key: string, kind: TermKind, dictionary: BilingualDictionary): number {
  if (kind !== 'latin' && kind !== 'word') return 1
  const rarity = kind === 'latin' ? dictionary.rarity(key) : dictionary.wordRarity(key)
  return Math.min(1, Math.max(LEAST_TELLING, rarity / TELLING_RARITY))
}

/** An English word at least this rare in a Chinese text is taken for a name: Swift, Rocket, Nova. */
const NAME_RARITY = 8

/**
 * Tells names from ordinary English: what explains no Chinese word is a name; in a corpus that is mostly Chinese so is
 * every rarer word in Latin letters that stands in it.
 */
export function nameTest({ dictionary, termDictionary }: Words): NameTest {
  return (word) => {
    const stem = stemmer(word)
    if (!dictionary.explains(stem)) return true
    return (
      termDictionary.isMostlyHan() &&
      dictionary.rarity(stem) >= NAME_RARITY &&
      termDictionary.find(stem) !== undefined
    )
  }
}

/** Points at nothing: is there a discount? */
const THERE_IS = /\b(?:is|are|was|were) there\b/g
/** Asks to choose from what was spoken of: 哪個更省內存? */
const CHOOSES = /哪[个种家边一]|\bwhich\b/
/** A word of the corpus says the same as one of a question from this similarity on. */
const SAME = 0.7

/**
 * Whether a question asks of what the corpus has no word of: "what is a Helm chart?". With the words of the question before
 * it would seem to be answered. Questions that point back, or say nothing of their own, are not of that kind.
 */
export function isOfUnknown(question: string, lexicalIndex: Words): boolean {
  const text = normalise(question).replace(THERE_IS, ' ')
  if (POINTS_BACK.test(text) || GOES_ON.test(text.trim()) || CHOOSES.test(text)) return false
  const own = { text: text.replace(EMPTY_WORDS, ' '), weight: 1, withoutNames: false }
  const words = analyseQuestion([own], lexicalIndex).filter(({ kind }) => kind === 'latin' || kind === 'word')
  return words.length > 0 && words.every(({ expansions }) => (expansions[0]?.similarity ?? 0) < SAME)
}
