import type { BilingualDictionary } from '../text/dictionary/bilingual-dictionary.ts'
import { Alignment } from './alignment.ts'
import { type ClaimTools, claimTools } from './claim-tools.ts'
import { misattributes } from './logic/attribution.ts'
import { misbinds } from './logic/binding.ts'
import { reversesComparison } from './logic/comparison.ts'
import { turnsDirection } from './logic/directions.ts'
import { contradictsNegation } from './logic/negation.ts'
import { unbalancesNegation } from './logic/negation-balance.ts'
import { turnsRound } from './logic/oppositions.ts'
import { turnsPrefix } from './logic/prefixes.ts'
import { overstates } from './logic/quantifiers.ts'
import { misquotes } from './logic/quotations.ts'
import { rivalOf } from './logic/rivals.ts'
import { exchangesNames, exchangesParts, exchangesSubject } from './logic/roles.ts'
import { takesPlaceOfSubject } from './logic/subjects.ts'
import { sortNames } from './names/sort-names.ts'
import { narrowEvidence } from './narrow-evidence.ts'
import { turnsBound } from './quantities/bounds.ts'
import { unsupportedQuantities } from './quantities/quantity.ts'
import type { ReadText } from './reading/read-text.ts'
import { type ClaimCoverage, coverClaim } from './words/cover-claim.ts'

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
  /** For people who write claims: which words, or what was done to them. */
  readonly detail: string
}

export interface ClaimCheck {
  /** Empty for a claim that passes. */
  readonly faults: readonly ClaimFault[]
  readonly coverage: ClaimCoverage
}

type LeastCoverage = Readonly<Record<'whole' | 'clause' | 'own' | 'here', number>>

/** What of a claim its evidence must say; less where that is in another language. Measured, see docs/quality.md. */
const LEAST_COVERAGE: Readonly<Record<'sameLanguage' | 'otherLanguage', LeastCoverage>> = {
  sameLanguage: { whole: 0.5, clause: 0.3, own: 0.35, here: 0.4 },
  otherLanguage: { whole: 0.4, clause: 0.2, own: 0.2, here: 0.25 },
}

/** What another clause of the sentence may be to blame for. */
const MAY_BE_OF_THE_REST: ReadonlySet<ClaimFaultKind> = new Set(['negation', 'quantifier', 'hedge'])

/** So many names may come from the context alone, or as many as the sentences and what stands beside them have. */
const MOST_FROM_CONTEXT = 1

/**
 * Checks claims against the sentences that they rest on, without a model: the gate that every answer in other words must
 * pass. A claim passes if its numbers, dates, units, names, negations, comparisons and quantifiers are found in them,
 * and enough of its other words.
 *
 * @example
 * const checker = new ClaimChecker(dictionary)
 * checker.check('Lambda came out in 2014.', { sentences: ['2014年11月14日,亞馬遜AWS發布了新產品Lambda。'] }).faults // []
 */
export class ClaimChecker {
  private readonly tools: ClaimTools

  /** @param dictionary the one that the index carries */
  constructor(dictionary: BilingualDictionary) {
    this.tools = claimTools(dictionary)
  }

  check(claimText: string, evidence: ClaimEvidence): ClaimCheck {
    const claim = this.tools.texts.read(claimText)
    const { alignment, ...checked } = this.compare(claim, evidence)
    const { faults } = checked
    if (faults.length === 0 || !faults.every(({ kind }) => MAY_BE_OF_THE_REST.has(kind))) return checked
    const sentences = narrowEvidence(claim, alignment, this.tools)
    if (sentences === undefined) return checked
    const around = [...(evidence.around ?? []), ...evidence.sentences]
    const narrow = this.compare(claim, { ...evidence, sentences, around })
    return narrow.faults.length === 0 ? { faults: [], coverage: narrow.coverage } : checked
  }

  private compare(
    claim: ReadText,
    { sentences, around = [], context = [] }: ClaimEvidence,
  ): ClaimCheck & { readonly alignment: Alignment } {
    const tools = this.tools
    const places = {
      evidence: sentences.map((sentence) => tools.texts.read(sentence)),
      neighbours: around.map((text) => tools.texts.read(text)),
      background: tools.texts.read([...around, ...context].join('\n')),
    }
    const { evidence } = places
    const alignment = new Alignment(evidence, tools)
    const faults: ClaimFault[] = []
    const add = (kind: ClaimFaultKind, detail: string | undefined) => {
      if (detail === undefined || faults.some((fault) => fault.kind === kind && fault.detail === detail))
        return
      faults.push({ kind, detail })
    }

    const counted = evidence.flatMap(({ quantities }) => quantities)
    for (const { start, end } of unsupportedQuantities(claim.quantities, counted))
      add('number', claim.text.slice(start, end))
    const names = sortNames(claim, places, tools)
    for (const { surface } of names.unknown) add('name', surface)
    // The subject may be named in the heading; more than that is about something else.
    if (names.around.size > Math.max(MOST_FROM_CONTEXT, names.here.size + names.beside.size))
      add('name', [...names.around].map(({ surface }) => surface).join(' '))
    add('quotation', misquotes(claim, evidence))
    add('negation', contradictsNegation(claim, alignment))
    add('negation', unbalancesNegation(claim, alignment, tools))
    add('negation', turnsPrefix(claim, evidence))
    add('comparison', reversesComparison(claim, alignment) ? 'reversed' : undefined)
    add('comparison', turnsRound(claim, alignment))
    const turned = turnsBound(claim, evidence)
    if (turned !== undefined) add('comparison', claim.text.slice(turned.start, turned.end))
    const overstated = overstates(claim, alignment)
    if (overstated !== undefined) add(overstated, 'overstated')
    add('attribution', misattributes(claim, alignment) ? 'said by another' : undefined)
    if (turnsDirection(claim, alignment)) add('binding', 'direction')
    add('binding', misbinds(claim, alignment, tools))
    if (exchangesParts(claim, alignment)) add('binding', 'parts exchanged')
    if (exchangesNames(claim, alignment, tools)) add('binding', 'names exchanged')
    if (exchangesSubject(claim, alignment)) add('binding', 'subject and object exchanged')
    add('binding', rivalOf(claim, alignment, tools))
    if (takesPlaceOfSubject(claim, alignment, tools)) add('binding', 'said of another')
    const coverage = coverClaim(claim, places, names, tools)
    const isSameLanguage = evidence.some(({ isHan }) => isHan === claim.isHan)
    if (isTooLittle(coverage, LEAST_COVERAGE[isSameLanguage ? 'sameLanguage' : 'otherLanguage']))
      add('words', coverage.unsaid.join(' '))
    return { faults, coverage, alignment }
  }
}

function isTooLittle({ whole, clause, own, here }: ClaimCoverage, least: LeastCoverage): boolean {
  return whole < least.whole || clause < least.clause || own < least.own || here < least.here
}
