import type { Span } from '../domain/span.ts'
import { type Alignment, clauseAt, isIn, isWithin, overlaps, type Place } from './alignment.ts'
import type { ClaimTools } from './claim-tools.ts'
import { type NegationCue, negationCues } from './logic/negation-cues.ts'
import { type Entity, entitiesOf } from './names/entities.ts'
import { isSameQuantity } from './quantities/quantity.ts'
import type { ReadText } from './reading/read-text.ts'
import { contentOf } from './reading/statements.ts'
import type { Token } from './reading/tokens.ts'

/** Of what a sentence says of a claim so much may get lost: words meet by chance as well. */
const NEARLY_NOTHING = 0.2
/** Of the claim's words, names aside, what a clause that denies something and is left out may say. */
const LITTLE = 0.35

/** A clause that may turn what stands beside it into its opposite, or leave it open. */
const TURNS =
  /\b(?:if|unless|whether|except|otherwise|until|den(?:y|ies|ied)|claim(?:s|ed)|pretend\w*|suppos\w+|hypothe\w+|myth|false\w*|wrong\w*|untrue|contrary)\b|如果|假如|假设|要是|倘|若|除非|除了|否则|不然|否认|以为|谎|谣|传言|据说|号称|声称|并非如此|相反/iu
/**
 * Cuts sentences down to the clauses that a claim comes from, so that what they say besides is not held against it: that a
 * business model failed is no denial of who bought the company.
 *
 * @returns nothing where the claim needs all of it, or where what would be left out may turn the rest
 */
export function narrowEvidence(
  claim: ReadText,
  alignment: Alignment,
  tools: ClaimTools,
): readonly string[] | undefined {
  const parts = alignment.evidence.map((read, row) =>
    new Narrowing(claim, read, row, alignment, tools).part(),
  )
  const isWhole = parts.every((part, row) => part === alignment.evidence[row]?.text)
  return isWhole || parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined)
}

/** A word of a claim and where a sentence says it. */
interface SaidWord {
  readonly word: Token
  readonly places: readonly Place[]
}

class Narrowing {
  private readonly read: ReadText
  private readonly row: number
  private readonly alignment: Alignment
  private readonly words: readonly SaidWord[]
  private readonly quantities: readonly (readonly Place[])[]
  private readonly cues: readonly NegationCue[]
  private readonly names: readonly Entity[]

  constructor(claim: ReadText, read: ReadText, row: number, alignment: Alignment, tools: ClaimTools) {
    this.read = read
    this.row = row
    this.alignment = alignment
    this.words = contentOf(claim, { start: 0, end: claim.text.length })
      .map((word) => ({
        word,
        places: alignment.mentionsOf(word).filter(({ sentence }) => sentence === row),
      }))
      .filter(({ places }) => places.length > 0)
    this.quantities = claim.quantities
      .map((quantity) =>
        read.quantities
          .filter((one) => isSameQuantity(one, quantity))
          .map(({ start, end }) => ({ sentence: row, start, end })),
      )
      .filter((places) => places.length > 0)
    this.cues = negationCues(read)
    this.names = entitiesOf(read, tools.dictionary)
  }

  /** The shortest run of clauses that says all of the claim that the sentence says; nothing where it cannot stand alone. */
  part(): string | undefined {
    const { clauses, text } = this.read
    if (clauses.length < 2 || this.words.length === 0) return text
    const [run] = clauses
      .flatMap(({ start }, at) => clauses.slice(at).map(({ end }) => ({ sentence: this.row, start, end })))
      .filter((one) => this.isEnough(one))
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    if (run === undefined) return text
    const left = clauses.filter((clause) => !isWithin(clause, run))
    return left.every((clause) => this.isHarmless(clause, run)) ? text.slice(run.start, run.end) : undefined
  }

  private isEnough(run: Place): boolean {
    const isLost = (places: readonly Place[]) => !places.some((place) => isIn(place, run))
    if (this.quantities.some(isLost)) return false
    const lost = this.words.filter(({ places }) => isLost(places))
    return (
      !lost.some((one) => this.isNeeded(one, run)) &&
      this.weigh(lost) <= NEARLY_NOTHING * this.weigh(this.words)
    )
  }

  /** A name is, unless it is the subject that the run goes on about; and so is what is denied elsewhere. */
  private isNeeded({ word, places }: SaidWord, run: Place): boolean {
    if (isCapitalised(word)) return !places.some((place) => this.isSubjectOf(place, run))
    return places.some((place) => this.cues.some((cue) => cue.outright && isWithin(place, this.reachOf(cue))))
  }

  /** What has no subject in Chinese is about the one that was named last. */
  private isSubjectOf(place: Place, run: Place): boolean {
    const starts = this.words.flatMap(({ places }) =>
      places.flatMap((one) => (isIn(one, run) ? [one.start] : [])),
    )
    const isBetween = ({ start, end }: Span) => start >= place.end && end <= Math.min(...starts)
    return this.read.isHan && place.end <= run.start && !this.names.some(isBetween)
  }

  /** Whether a clause says something else than the run, and nothing about it. */
  private isHarmless(clause: Span, run: Place): boolean {
    if (TURNS.test(this.read.text.slice(clause.start, clause.end))) return false
    const denials = this.cues.filter((cue) => isWithin(cue, clause))
    if (denials.length === 0) return true
    const plain = this.words.filter(({ word }) => !isCapitalised(word))
    const said = plain.filter(({ places }) => places.some((place) => isWithin(place, clause)))
    return (
      !denials.some((cue) => overlaps(this.reachOf(cue), run)) &&
      this.weigh(said) <= LITTLE * this.weigh(plain)
    )
  }

  /** What a denial reaches: not beyond its clause, unless nothing in it is there to be denied ("None of them, so far, …"; 没门). */
  private reachOf(cue: NegationCue): Span {
    const clause = clauseAt(this.read, cue.start)
    if (!contentOf(this.read, clause).some((word) => !overlaps(word, cue))) return cue.scope
    return { start: Math.max(cue.scope.start, clause.start), end: Math.min(cue.scope.end, clause.end) }
  }

  private weigh(words: readonly SaidWord[]): number {
    return this.alignment.weigh(words.map(({ word }) => word))
  }
}

function isCapitalised({ surface }: Token): boolean {
  return /^\p{Lu}/u.test(surface)
}
