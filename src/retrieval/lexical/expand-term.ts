import { LRUCache } from 'lru-cache'
import { stemmer } from 'stemmer'
import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { TermDictionary } from '../../index/lexical/term-dictionary.ts'
import type { Gloss } from '../../text/dictionary/bilingual-dictionary.ts'
import { editDistance } from '../../text/edit-distance.ts'
import { irregularFormsOf, otherSpellingsOf } from '../../text/english/english-forms.ts'
import { numeronymOf, PART, shortFormOf, type Term } from '../../text/terms.ts'

/** The words of a corpus, and what words mean. */
export type Words = Pick<LexicalIndex, 'dictionary' | 'termDictionary'>

/** A term of the corpus that says what a term of the question says, and how nearly, 0–1. */
export interface Expansion {
  readonly term: number
  readonly similarity: number
}

/** A numeronym may stand for another name of the same shape. */
const NUMERONYM_SIMILARITY = 0.95
/** Another form of the same word, or its other spelling. */
const FORM_SIMILARITY = 0.95
/** A word stands as a part of an identifier. */
const PART_SIMILARITY = 0.6
/** What a translation or a synonym is worth beside the word itself, at best. */
const TRANSLATION_SIMILARITY = 0.9
const SYNONYM_SIMILARITY = 0.7
/** Cosine of two words' explanations below which they have nothing to do with each other. */
const LEAST_OVERLAP = 0.2
/** Raises middling overlaps: dictionaries explain the same thing in different words. */
const OVERLAP_EXPONENT = 0.7
const SHORTEST_MISSPELT = 4
/** In names of so many letters more may be wrong. */
const LONG_NAME = 7
const MOST_EXPANSIONS = 64

/**
 * The terms of the corpus under which a question's term is looked up: itself, what it translates to in either
 * direction, words explained alike or known to say the same, a numeronym, and names that it may be a misspelling of. One mechanism for all the
 * ways in which a question says the same in other letters; most similar first.
 */
export function expandTerm(key: string, term: Term, lexicalIndex: Words): readonly Expansion[] {
  const { termDictionary } = lexicalIndex
  let ofCorpus = knownExpansions.get(termDictionary)
  if (ofCorpus === undefined) {
    ofCorpus = new LRUCache({ max: REMEMBERED_TERMS })
    knownExpansions.set(termDictionary, ofCorpus)
  }
  // The surface says more than the key, which is its stem; the key more than the surface, which Chinese words lack.
  const name = term.surface === undefined ? key : `${key} ${term.surface}`
  const known = ofCorpus.get(name)
  if (known !== undefined) return known
  const expansions = findExpansions(key, term, lexicalIndex)
  ofCorpus.set(name, expansions)
  return expansions
}

const REMEMBERED_TERMS = 4096

/** Expansions of the latest terms, by the corpus in which they were found: most questions are asked in the same words. */
const knownExpansions = new WeakMap<TermDictionary, LRUCache<string, readonly Expansion[]>>()

function findExpansions(key: string, term: Term, lexicalIndex: Words): Expansion[] {
  const similarities = new Map<number, number>()
  const add = (candidate: number | undefined, similarity: number) => {
    if (candidate === undefined || similarity <= (similarities.get(candidate) ?? 0)) return
    similarities.set(candidate, similarity)
  }
  const exact = lexicalIndex.termDictionary.find(key)
  if (term.kind === 'latin') {
    addGlossed(add, [[key, 1]], TRANSLATION_SIMILARITY, lexicalIndex)
    addMisspelt(add, key, exact !== undefined, lexicalIndex)
    const { surface = '' } = term
    for (const name of [numeronymOf(surface), stemOf(shortFormOf(surface))])
      if (name !== undefined) add(lexicalIndex.termDictionary.find(name), NUMERONYM_SIMILARITY)
    addForms(add, surface, lexicalIndex)
    add(lexicalIndex.termDictionary.find(PART + key), PART_SIMILARITY)
  }
  if (term.kind === 'part') add(lexicalIndex.termDictionary.find(key.slice(PART.length)), 1)
  if (term.kind === 'word')
    addGlossed(add, lexicalIndex.dictionary.glosses(key), SYNONYM_SIMILARITY, lexicalIndex)
  addAlternatives(add, key, lexicalIndex)
  add(exact, 1)
  return [...similarities]
    .map(([candidate, similarity]) => ({ term: candidate, similarity }))
    .sort((a, b) => b.similarity - a.similarity || a.term - b.term)
    .slice(0, MOST_EXPANSIONS)
}

function stemOf(word: string | undefined): string | undefined {
  return word === undefined ? undefined : stemmer(word)
}

/** "sold" in the question, "sell" in the text, and what else may stand for selling. */
function addForms(add: Add, surface: string, lexicalIndex: Words): void {
  for (const form of [...irregularFormsOf(surface), ...otherSpellingsOf(surface)]) {
    const stem = stemmer(form)
    add(lexicalIndex.termDictionary.find(stem), FORM_SIMILARITY)
    addAlternatives(add, stem, lexicalIndex)
  }
}

type Add = (candidate: number | undefined, similarity: number) => void

function addGlossed(
  add: Add,
  glosses: readonly Gloss[],
  most: number,
  { termDictionary, dictionary }: Words,
): void {
  const overlaps = new Map<number, number>()
  for (const [stem, weight] of glosses) {
    for (const explained of termDictionary.explained(stem, dictionary)) {
      overlaps.set(explained.term, (overlaps.get(explained.term) ?? 0) + weight * explained.weight)
    }
  }
  for (const [term, overlap] of overlaps) {
    if (overlap >= LEAST_OVERLAP) add(term, most * Math.min(1, overlap) ** OVERLAP_EXPONENT)
  }
}

function goesOn(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

/** What a thesaurus knows to say the same. */
function addAlternatives(add: Add, key: string, { termDictionary, dictionary: { thesaurus } }: Words): void {
  for (const { word, similarity } of thesaurus.alternatives(key)) {
    const alternative = thesaurus.keyAt(word)
    if (alternative === undefined) continue
    add(termDictionary.find(alternative), similarity)
    for (const form of irregularFormsOf(alternative)) add(termDictionary.find(stemmer(form)), similarity)
  }
}

/** Names are misspelt on either side: Raskspace in the article, opnestack in the question. */
function addMisspelt(add: Add, key: string, isKnown: boolean, { termDictionary, dictionary }: Words): void {
  if (key.length < SHORTEST_MISSPELT || !/^[a-z]/.test(key)) return
  // An English word that the corpus does not hold is not a misspelt name; and a name that it holds is spelt right
  // as a rule, so that only a near twin of a long one is taken for the same, or what differs by its ending, which stemming
  // cuts from one and not from the other: unikern(als), unikernel.
  if (!isKnown && dictionary.explains(key)) return
  const isLong = key.length >= LONG_NAME
  const limit = isLong ? 2 : isKnown ? 0 : 1
  for (let length = key.length - limit; limit > 0 && length <= key.length + limit; length++) {
    for (const candidate of termDictionary.latinLike(key, length, limit)) {
      const distance = editDistance(key, candidate.key, limit)
      if (distance === 0 || distance > limit) continue
      if (isKnown && distance > 1 && !goesOn(key, candidate.key)) continue
      add(candidate.term, 1 - (1.5 * distance) / key.length)
    }
  }
}
