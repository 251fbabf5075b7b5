import type { BilingualDictionary } from '../text/dictionary/bilingual-dictionary.ts'
import { Alignment } from './alignment.ts'
import { misattributes } from './logic/attribution.ts'
import { misbinds } from './logic/binding.ts'
import { reversesComparison } from './logic/comparison.ts'
import { contradictsNegation } from './logic/negation.ts'
import { overstates } from './logic/quantifiers.ts'
import { misquotes } from './logic/quotations.ts'
import { transliterations, unknownHanNames } from './names/han-names.ts'
import { isNamed, latinNames, nameSource } from './names/latin-names.ts'
import { Sounds } from './names/sounds.ts'
import { unsupportedQuantities } from './quantities/quantity.ts'
import { type ReadText, TextReader } from './reading/read-text.ts'
import type { Token } from './reading/tokens.ts'
import { type CoveredWord, saidBy, weightOf } from './words/coverage.ts'
import { MeaningReader } from './words/meanings.ts'
import { isWithin } from './alignment.ts'

/** What a claim is checked against. */
export interface ClaimEvidence {
  /** The sentences that it rests on, word for word. */
  readonly sentences: readonly string[]
  /** What stands beside them: the rest of a sentence, the one before. Words may come from it, at less weight. */
  readonly around?: readonly string[]
  /** What else is known of their paragraphs: title, heading, the whole text, names written ahead. Names may come from it. */
  readonly context?: readonly string[]
}

export type ClaimFaultKind =
  | 'number'
  | 'name'
  | 'negation'
  | 'comparison'
  | 'quantifier'
  | 'hedge'
  | 'quotation'
  | 'attribution'
  | 'binding'
  | 'words'

/** Something that a claim says and its evidence does not. */
export interface ClaimFault {
  readonly kind: ClaimFaultKind
  /** For the person who writes claims: which words. */
  readonly detail: string
}

export interface ClaimCheck {
  /** Empty for a claim that passes. */
  readonly faults: readonly ClaimFault[]
  /** How much of what the claim says its evidence says, 0–1. */
  readonly coverage: number
  /** The same for its worst clause. */
  readonly leastCoverage: number
  /** The same for the words that are no names, by the sentences alone. */
  readonly ownCoverage: number
}

interface Thresholds {
  /** Share of a claim's words, names among them, that its evidence must say. */
  readonly whole: number
  /** The same for each clause. */
  readonly clause: number
  /** Share of its other words that the sentences must say themselves. */
  readonly own: number
}

/** Less where the evidence is in another language. Measured, see docs/quality.md. */
const LEAST_COVERAGE: Readonly<Record<'sameLanguage' | 'otherLanguage', Thresholds>> = {
  sameLanguage: { whole: 0.55, clause: 0.3, own: 0.4 },
  otherLanguage: { whole: 0.45, clause: 0.2, own: 0.25 },
}
/** A clause of fewer telling words is not judged by itself. */
const LEAST_CLAUSE_WEIGHT = 1.5
/** What a word counts that only stands beside the sentences. */
const BESIDE = 0.7
/** So many names may come from the context alone, or as many as the evidence has. */
const MOST_FROM_CONTEXT = 1

/** Checks claims against the sentences that they rest on, without a model: the gate that all answers in other words pass. */
export class ClaimChecker {
  private readonly texts: TextReader
  private readonly reader: MeaningReader
  private readonly sounds: Sounds

  constructor(dictionary: BilingualDictionary) {
    this.texts = new TextReader(dictionary)
    this.reader = new MeaningReader(dictionary)
    this.sounds = new Sounds(dictionary)
  }

  check(claimText: string, { sentences, around = [], context = [] }: ClaimEvidence): ClaimCheck {
    const claim = this.texts.read(claimText)
    const evidence = sentences.map((sentence) => this.texts.read(sentence))
    const neighbours = around.map((text) => this.texts.read(text))
    const background = this.texts.read([...around, ...context].join('\n'))
    const { reader, sounds, texts } = this
    const tools = { reader, sounds, texts }
    const alignment = new Alignment(evidence, tools)
    const faults: ClaimFault[] = []
    const add = (kind: ClaimFaultKind, detail: string) => faults.push({ kind, detail })

    for (const { start, end } of unsupportedQuantities(claim.quantities, evidence.flatMap(({ quantities }) => quantities)))
      add('number', claim.text.slice(start, end))
    const names = this.sortNames(claim, evidence, neighbours, background)
    for (const { surface } of names.unknown) add('name', surface)
    // The subject may be named in the heading; more than that is about something else.
    if (names.around.size > MOST_FROM_CONTEXT && names.around.size > names.here.size + names.beside.size) add('name', 'most of them are only in the context')
    const quotation = misquotes(claim, evidence)
    if (quotation) add('quotation', quotation)
    const negation = contradictsNegation(claim, alignment)
    if (negation) add('negation', negation)
    if (reversesComparison(claim, alignment)) add('comparison', 'reversed')
    const overstated = overstates(claim, alignment)
    if (overstated) add(overstated, 'overstated')
    if (misattributes(claim, alignment)) add('attribution', 'said by another')
    const binding = misbinds(claim, alignment, tools)
    if (binding) add('binding', binding)

    const words = this.cover(claim, evidence, neighbours, names)
    const coverage = shareOf(words)
    const leastCoverage = Math.min(
      coverage,
      ...claim.clauses
        .map((clause) => words.filter(({ token }) => isWithin(token, clause)))
        .filter((within) => within.reduce((sum, { weight }) => sum + weight, 0) >= LEAST_CLAUSE_WEIGHT)
        .map(shareOf),
    )
    const plain = words.flatMap((word) => (word.own === undefined ? [] : [{ ...word, said: word.own }]))
    const ownCoverage = shareOf(plain)
    const least = LEAST_COVERAGE[evidence.some(({ isHan }) => isHan === claim.isHan) ? 'sameLanguage' : 'otherLanguage']
    if (coverage < least.whole || leastCoverage < least.clause || ownCoverage < least.own) {
      const unsaid = words.filter(({ said }) => said < 0.5).map(({ token }) => token.surface)
      add('words', unsaid.join(' '))
    }
    return { faults, coverage, leastCoverage, ownCoverage }
  }

  /** Tells the names of a claim that its evidence has, those that only its context has, and those that neither has. */
  private sortNames(
    claim: ReadText,
    evidence: readonly ReadText[],
    neighbours: readonly ReadText[],
    background: ReadText,
  ): SortedNames {
    const { reader, sounds } = this
    const tools = { reader, sounds }
    const { dictionary } = reader
    const own = latinNames(claim, dictionary)
    const find = (texts: readonly ReadText[]) => {
      const source = nameSource(
        texts,
        texts.map(({ text }) => reader.meaningsOf(text)),
      )
      const latin = texts.flatMap((text) => latinNames(text, dictionary).map(({ surface }) => surface))
      const transliterated = transliterations(claim.tokens, latin, tools)
      const unknown = [
        ...own.filter((name) => !isNamed(name, source, tools)),
        ...unknownHanNames(claim, source, latin, tools).filter((name) => !transliterated.has(name)),
      ]
      return { unknown, known: [...own, ...transliterated].filter((name) => !unknown.includes(name)) }
    }
    const here = find(evidence)
    const nothing = new Set<Token>()
    if (here.unknown.length === 0) return { here: new Set(here.known), beside: nothing, around: nothing, unknown: [] }
    const beside = find(neighbours)
    const around = find([background])
    const missing = here.unknown.filter((name) => !beside.known.includes(name))
    const unknown = missing.filter((name) => !around.known.includes(name))
    return {
      here: new Set(here.known),
      beside: new Set(here.unknown.filter((name) => !missing.includes(name))),
      around: new Set(missing.filter((name) => !unknown.includes(name))),
      unknown,
    }
  }

  private cover(
    claim: ReadText,
    evidence: readonly ReadText[],
    neighbours: readonly ReadText[],
    names: SortedNames,
  ): CoveredWord[] {
    const { reader } = this
    const here = evidence.map(({ text }) => reader.meaningsOf(text))
    const beside = neighbours.map(({ text }) => reader.meaningsOf(text))
    const content = claim.tokens.filter(
      (token) =>
        !token.isFunction &&
        !names.beside.has(token) &&
        !names.around.has(token) &&
        !claim.quantities.some(({ start, end }) => token.start < end && token.end > start),
    )
    return content.map((token) => {
      const weight = weightOf(token, reader)
      if (names.here.has(token)) return { token, weight, said: 1, own: undefined }
      const own = Math.max(0, ...here.map((meanings) => saidBy(meanings, token, reader)))
      const said = Math.max(own, ...beside.map((meanings) => BESIDE * saidBy(meanings, token, reader)))
      return { token, weight, said, own }
    })
  }
}

/** The names of a claim by where they are found. */
interface SortedNames {
  readonly here: ReadonlySet<Token>
  readonly beside: ReadonlySet<Token>
  readonly around: ReadonlySet<Token>
  readonly unknown: readonly Token[]
}

function shareOf(words: readonly CoveredWord[]): number {
  const weight = words.reduce((sum, word) => sum + word.weight, 0)
  return weight === 0 ? 1 : words.reduce((sum, word) => sum + word.weight * word.said, 0) / weight
}
