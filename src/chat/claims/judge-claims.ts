import type { ClaimChecker } from '../../claims/check-claim.ts'
import type { Language } from '../../domain/language.ts'
import { detectLanguage } from '../../text/languages.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { SourceParagraph, SourceSentence } from '../prompt/source-sentences.ts'
import { ended } from '../reply/plain-claim.ts'
import type { ReplyUnit } from '../reply/reply-unit.ts'
import { evidenceOf, spansOf } from './cited-sentences.ts'
import { deniesOnItsOwn } from './denial.ts'
import { SourceSearch, type SourceSpan } from './source-search.ts'
import { hasSubstance } from './substance.ts'

/** A sentence that may leave, with the words that bear it out. */
export interface SupportedClaim {
  /** Undefined where the words themselves are the claim. */
  readonly text: string | undefined
  /** Whether those are in another language than was asked for. */
  readonly isForeign?: boolean
  /** At least one, each needed. */
  readonly spans: readonly SourceSpan[]
}

/** A claim that names more rests on nothing in particular. */
const MOST_LABELS = 6

const QUOTED = /[“"「『«]([^“”"「」『』«»]{4,})[”"」』»]/gu

/** Words that lean on the sentence before. */
const LEANS_BACK =
  /^(?:it|they|this|that|these|those|he|she|its|their|his|her|such|both|also|however|but|therefore|thus|then|and|so|because)\b|^(?:它|他|她|這|这|那|其|該|该|此|但|而|因此|所以|並|并|另外|也|且)/i

/**
 * Holds what a model says to the sentences it names for it. Nothing passes on its word: a claim is let through by the
 * gate for claims (`claims/check-claim.ts`), by being the words of a paragraph themselves, or not at all.
 */
export class ClaimJudge {
  private readonly byLabel: ReadonlyMap<string, SourceSentence>
  private readonly search: SourceSearch
  private readonly checker: Pick<ClaimChecker, 'check'>
  private readonly language: Language
  private hasDropped = false
  /** Whether a sentence was dropped for nothing but its language. */
  hasForeign = false

  /** @param language that was asked for; what is said in another is dropped, as the words themselves are no worse */
  constructor(checker: Pick<ClaimChecker, 'check'>, sources: readonly SourceParagraph[], language: Language) {
    this.checker = checker
    this.byLabel = new Map(sources.flatMap(({ sentences }) => sentences.map((each) => [each.label, each])))
    this.search = new SourceSearch(sources)
    this.language = language
  }

  /** The claims of a unit that may leave, a sentence each. */
  judge({ text, labels, hasUnknownLabel, quotes }: ReplyUnit): SupportedClaim[] {
    if (hasUnknownLabel || labels.length > MOST_LABELS) {
      this.hasDropped = true
      return []
    }
    const named = labels.flatMap((label) => this.byLabel.get(label) ?? [])
    if (named.length > 0) return this.sentencesOf(text, named)
    const isQuotation = quotes.includes(text)
    const verbatim = isQuotation ? this.search.find(text) : this.search.findWhole(text)
    if (verbatim !== undefined) return [this.quotation(verbatim)]
    const quoted = [...quotes, ...[...text.matchAll(QUOTED)].map(([, words = '']) => words)]
    const found = quoted.map((words) => this.search.find(words))
    // One that is made up makes all of it doubtful.
    if (found.length === 0 || found.includes(undefined)) return []
    const spans = found.filter((span) => span !== undefined)
    return this.passing(withoutQuotation(text), spans).slice(0, 1)
  }

  /** Which of further words bear out a claim by themselves; only those are worth naming as well. */
  alsoSupport({ text }: SupportedClaim, labels: readonly string[]): SourceSpan[] {
    const named = labels.flatMap((label) => this.byLabel.get(label) ?? [])
    return text === undefined ? [] : spansOf(named).filter((span) => this.isBorneOut(text, [span]))
  }

  private sentencesOf(text: string, named: readonly SourceSentence[]): SupportedClaim[] {
    const spans = spansOf(named)
    return splitSentences(text).flatMap(({ start, end }) => {
      const sentence = text.slice(start, end)
      const leansOnNothing = this.hasDropped && LEANS_BACK.test(sentence)
      const passing = leansOnNothing ? [] : this.passing(sentence, spans)
      this.hasDropped = passing.length === 0
      return passing
    })
  }

  private passing(sentence: string, spans: readonly SourceSpan[]): SupportedClaim[] {
    const isForeign = this.isForeign(sentence)
    if (isForeign && this.hasForeign) return []
    if (!this.isBorneOut(sentence, spans)) return []
    if (isForeign) {
      this.hasForeign = true
      return []
    }
    return [{ text: ended(sentence), spans: this.needed(sentence, spans) }]
  }

  private quotation(span: SourceSpan): SupportedClaim {
    const { source, start, end } = span
    const isForeign = this.isForeign(source.paragraph.text.slice(start, end))
    return { text: undefined, spans: [span], ...(isForeign && { isForeign }) }
  }

  private isForeign(text: string): boolean {
    const family = (language: Language) => language.slice(0, 2)
    return family(detectLanguage(text, this.language)) !== family(this.language)
  }

  /** Without the words that a claim does not need, and that do not bear it out by themselves. */
  private needed(sentence: string, spans: readonly SourceSpan[]): readonly SourceSpan[] {
    let kept = spans
    for (const span of [...spans].reverse()) {
      const others = kept.filter((each) => each !== span)
      if (others.length === 0 || !this.isBorneOut(sentence, others)) continue
      if (!this.isBorneOut(sentence, [span])) kept = others
    }
    return kept
  }

  private isBorneOut(claim: string, spans: readonly SourceSpan[]): boolean {
    const evidence = evidenceOf(spans)
    const words = evidence.sentences.join('\n')
    if (!hasSubstance(claim, words) || deniesOnItsOwn(claim, words)) return false
    return this.checker.check(claim, evidence).faults.length === 0
  }
}

/** Without a quotation in brackets, which is the evidence and no part of the claim. */
function withoutQuotation(text: string): string {
  return text
    .replace(/\s*[（(]\s*[“"「『«][^“”"「」『』«»]{4,}[”"」』»]\s*[）)]/gu, '')
    .replace(/\s*[-–—:：]\s*[“"「『«][^“”"「」『』«»]{4,}[”"」』»]\s*$/gu, '')
    .trim()
}
