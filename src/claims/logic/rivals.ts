import type { Span } from '../../domain/span.ts'
import { type Alignment, isIn, isWithin, overlaps, type Place } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import { type Entity, entitiesOf } from '../names/entities.ts'
import { isSameQuantity, type Quantity } from '../quantities/quantity.ts'
import type { ReadText } from '../reading/read-text.ts'
import { contentOf, statementsOf } from '../reading/statements.ts'
import type { Token } from '../reading/tokens.ts'
import { saidBy, weightOf } from '../words/coverage.ts'
import { negationCues } from './negation-cues.ts'

/** A clause is told where the claim says so much of it. */
const TOLD = 0.8
/** Words that are said less than this are not said. */
const SAID = 0.4
const TELLING = 0.5

/** Whether a claim gives a fact the number, the name or the subject of another, though the fact has its own. */
export function rivalOf(claim: ReadText, alignment: Alignment, tools: ClaimTools): string | undefined {
  const rivals = new Rivals(claim, alignment, tools)
  for (const clause of statementsOf(claim)) {
    const fault = rivals.of(clause)
    if (fault !== undefined) return `${fault} of another`
  }
  return undefined
}

class Rivals {
  private readonly claim: ReadText
  private readonly alignment: Alignment
  private readonly tools: ClaimTools
  private readonly named: readonly Entity[]
  private readonly others: readonly (readonly Entity[])[]
  private readonly meant

  constructor(claim: ReadText, alignment: Alignment, tools: ClaimTools) {
    this.claim = claim
    this.alignment = alignment
    this.tools = tools
    this.named = entitiesOf(claim, tools.dictionary)
    this.others = alignment.evidence.map((read) => entitiesOf(read, tools.dictionary))
    this.meant = tools.reader.meaningsOf(claim.text)
  }

  of(clause: Span): 'name' | 'number' | 'subject' | undefined {
    const words = contentOf(this.claim, clause)
    const homes = this.alignment.homesOf(words)
    if (homes.length > 0) {
      for (const quantity of this.claim.quantities.filter((one) => isWithin(one, clause)))
        if (this.hasOtherNumber(quantity, words, homes)) return 'number'
    }
    for (const entity of this.named.filter((one) => isWithin(one, clause)))
      if (this.hasOtherName(entity, words)) return 'name'
    for (const word of words) if (this.hasCounterpart(word, words)) return 'subject'
    return undefined
  }

  private hasOtherNumber(quantity: Quantity, words: readonly Token[], homes: readonly Place[]): boolean {
    if (quantity.said !== 'outright') return false
    const places = this.alignment.evidence.flatMap((read, sentence) =>
      read.quantities
        .filter((one) => isSameQuantity(one, quantity))
        .map(({ start, end }) => ({ sentence, start, end })),
    )
    const isRival = (one: Quantity) =>
      one.dimension === quantity.dimension &&
      (one.said === 'outright' || (one.said === 'one' && one.factor === quantity.factor)) &&
      !this.claim.quantities.some((other) => isSameQuantity(one, other))
    const haveOthers = homes.every((home) => {
      const within = this.withBareBefore(home)
      if (places.some((place) => isIn(place, within))) return false
      return this.alignment.evidence[home.sentence]?.quantities.some(
        (one) => isWithin(one, within) && isRival(one),
      )
    })
    return haveOthers && !places.some((place) => this.isTold(place) || this.isAlsoAbout(place, words, homes))
  }

  private hasOtherName(entity: Entity, words: readonly Token[]): boolean {
    const tokens = this.claim.tokens.filter((token) => !token.isFunction && isWithin(token, entity))
    const places = tokens.flatMap((token) => this.alignment.mentionsOf(token))
    const rest = words.filter((word) => !isWithin(word, entity))
    const homes = this.alignment.homesOf(rest)
    if (places.length === 0 || homes.length === 0) return false
    const haveOthers = homes.every((home) => {
      if (places.some((place) => isIn(place, home))) return false
      const first = Math.min(
        ...rest.flatMap((word) =>
          this.alignment.mentionsOf(word).flatMap((place) => (isIn(place, home) ? [place.start] : [])),
        ),
      )
      const text = this.alignment.evidence[home.sentence]?.text ?? ''
      return (this.others[home.sentence] ?? []).some(
        (other) =>
          isWithin(other, home) &&
          !this.mentions(other, home.sentence) &&
          (other.start <= first || /(?:由|被|by )$/u.test(text.slice(0, other.start))),
      )
    })
    return haveOthers && !places.some((place) => this.isTold(place))
  }

  /** Whether a word of the claim stands in the evidence as another one's counterpart: 高剂量 where that is said of 低剂量. */
  private hasCounterpart(word: Token, words: readonly Token[]): boolean {
    const places = this.alignment.mentionsOf(word)
    const counterparts = this.alignment.evidence.flatMap((read, sentence) =>
      read.tokens.flatMap(({ surface, start, end }) =>
        places.some((place) => areCounterparts(this.textAt(place), surface))
          ? [{ sentence, start, end }]
          : [],
      ),
    )
    const unsaid = counterparts.filter((place) => !this.mentions(place, place.sentence))
    if (unsaid.length === 0 || places.some((place) => this.isTold(place))) return false
    const homes = this.alignment.homesOf(words.filter((other) => other !== word))
    return (
      homes.length > 0 &&
      homes.every(
        (home) => !places.some((place) => isIn(place, home)) && unsaid.some((place) => isIn(place, home)),
      )
    )
  }

  private textAt({ sentence, start, end }: Place): string {
    return this.alignment.evidence[sentence]?.text.slice(start, end) ?? ''
  }

  /** Whether the claim says nearly all of the clause that a place lies in: it is told again, then. */
  private isTold(place: Place): boolean {
    const read = this.alignment.evidence[place.sentence]
    if (read === undefined) return false
    const at = read.clauses.findIndex((clause) => isWithin(place, clause))
    const clause = [read.clauses[at], read.clauses[at + 1]].find(
      (one) => one !== undefined && contentOf(read, one).length > 0,
    )
    if (clause === undefined) return false
    const isDenied = negationCues(read).some((cue) => cue.outright && isWithin(cue, clause))
    if (isDenied && !negationCues(this.claim).some((cue) => cue.outright)) return false
    const content = contentOf(read, clause)
    const said = content.filter(
      (token) => this.mentions(token, place.sentence) || saidBy(this.meant, token, this.tools.reader) >= SAID,
    )
    return this.alignment.weigh(said) >= TOLD * this.alignment.weigh(content)
  }

  /** Whether the claim says a word beside a place that the clauses it comes from do not have. */
  private isAlsoAbout(place: Place, words: readonly Token[], homes: readonly Place[]): boolean {
    const read = this.alignment.evidence[place.sentence]
    const at = read?.clauses.findIndex((clause) => isWithin(place, clause)) ?? -1
    const clause = read?.clauses[at]
    if (read === undefined || clause === undefined) return false
    const before = read.clauses[at - 1]
    const isJoined = before !== undefined && !read.quantities.some((one) => isWithin(one, before))
    const span = {
      sentence: place.sentence,
      start: isJoined ? before.start : clause.start,
      end: clause.end,
    }
    return words.some(
      (word) =>
        weightOf(word, this.tools.reader) >= TELLING &&
        this.alignment.isSaidIn(word, span) &&
        !homes.some((home) => this.alignment.isSaidIn(word, home)),
    )
  }

  /** A clause with what stands before it and only counts or dates. */
  private withBareBefore(clause: Place): Place {
    const read = this.alignment.evidence[clause.sentence]
    const before = read?.clauses.find(({ end }) => end === clause.start)
    return read !== undefined && before !== undefined && contentOf(read, before).length === 0
      ? { ...clause, start: before.start }
      : clause
  }

  /** Whether any word of the claim is found there. */
  private mentions(span: Span, sentence: number): boolean {
    return this.claim.tokens.some((token) =>
      this.alignment
        .mentionsOf(token)
        .some((mention) => mention.sentence === sentence && overlaps(mention, span)),
    )
  }
}

/** Two Chinese words of the same kind: 北部 and 南部, 标准版 and 专业版. */
function areCounterparts(a: string, b: string): boolean {
  if (a === b || a.length !== b.length || a.length < 2 || !/^\p{Script=Han}+$/u.test(a + b)) return false
  return a.at(-1) === b.at(-1)
}
