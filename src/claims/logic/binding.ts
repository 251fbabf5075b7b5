import type { Span } from '../../domain/span.ts'
import { type Alignment, clauseAt, isWithin, overlaps } from '../alignment.ts'
import type { ClaimTools } from '../claim-tools.ts'
import { type Entity, entitiesOf } from '../names/entities.ts'
import { isNamed, nameSource } from '../names/latin-names.ts'
import { isSameQuantity } from '../quantities/quantity.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'

/**
 * Whether a claim says of one what its evidence says of another: a fact whose clauses there belong to others, or two names
 * in each other's place.
 */
export function misbinds(
  claim: ReadText,
  alignment: Alignment,
  tools: ClaimTools,
): 'owner' | 'order' | undefined {
  // Across languages words meet too loosely, and stand in too different an order, to tell whose they are.
  if (alignment.evidence.some(({ isHan }) => isHan !== claim.isHan)) return undefined
  const owners = new Owners(claim, alignment, tools)
  if (claim.clauses.some((clause) => owners.areOthers(clause))) return 'owner'
  if (claim.clauses.some((clause) => owners.swap(clause))) return 'order'
  return undefined
}

function contentOf({ tokens }: ReadText, span: Span): Token[] {
  return tokens.filter((token) => !token.isFunction && isWithin(token, span))
}

/** So much of what a clause says must belong to others. A quantity counts as much as two words. */
const MOST = 0.6
const LEAST = 2

/** Whom the clauses of a claim and of its evidence are about. */
class Owners {
  private readonly claim: ReadText
  private readonly alignment: Alignment
  private readonly tools: ClaimTools
  private readonly own: readonly Entity[]
  private readonly others: readonly (readonly Entity[])[]

  constructor(claim: ReadText, alignment: Alignment, tools: ClaimTools) {
    this.claim = claim
    this.alignment = alignment
    this.tools = tools
    this.own = entitiesOf(claim, tools.dictionary)
    this.others = alignment.evidence.map((read) => entitiesOf(read, tools.dictionary))
  }

  /** Whether what a clause of the claim says is said of others only, while those that it names are named elsewhere. */
  areOthers(clause: Span): boolean {
    const [owner] = this.ownersOf(this.claim, clause, this.own)
    if (owner === undefined || !this.isKnown(owner)) return false
    const named = this.own.filter((entity) => isWithin(entity, clause))
    let ours = 0
    let theirs = 0
    const judge = (places: readonly { sentence: number; span: Span }[], weight: number) => {
      if (places.length === 0) return
      const isOurs = places.some(({ sentence, span }) => {
        const read = this.alignment.evidence[sentence]
        if (read === undefined) return true
        const holders = this.holdersOf(read, clauseAt(read, span.start), this.others[sentence] ?? [], named)
        return holders.length === 0 || holders.some((holder) => this.isSame(owner, holder))
      })
      if (isOurs) ours += weight
      else theirs += weight
    }
    for (const token of contentOf(this.claim, clause)) {
      if (this.own.some((entity) => overlaps(entity, token))) continue
      judge(
        this.alignment.mentionsOf(token).map(({ sentence, ...span }) => ({ sentence, span })),
        1,
      )
    }
    for (const quantity of this.claim.quantities.filter((one) => isWithin(one, clause))) {
      const places = this.alignment.evidence.flatMap((read, sentence) =>
        read.quantities
          .filter((other) => isSameQuantity(quantity, other))
          .map((span) => ({ sentence, span })),
      )
      judge(places, 2)
    }
    return theirs >= LEAST && theirs >= MOST * (ours + theirs)
  }

  /** Whether two names stand the other way round in one clause of the evidence, though both are in the same voice. */
  swap(clause: Span): boolean {
    const [opening] = this.claim.tokens.filter((token) => isWithin(token, clause))
    const isName = opening?.kind === 'latin' && !opening.isFunction && /^[A-Z]/.test(opening.surface)
    const named: Span[] = this.own.filter((entity) => isWithin(entity, clause))
    if (isName && named[0]?.start !== opening.start) named.unshift(opening)
    return named.some((first, at) =>
      named.slice(at + 1).some((second) =>
        this.alignment.evidence.some((read, sentence) =>
          read.clauses.some((span) => {
            const [one] = this.onlyPlaceOf(first, sentence, span)
            const [two] = this.onlyPlaceOf(second, sentence, span)
            if (one === undefined || two === undefined || one.start <= two.start) return false
            return turns(this.claim.text, clause) % 2 === turns(read.text, span) % 2
          }),
        ),
      ),
    )
  }

  /** Where a clause of the evidence has a name, if in one place only. */
  private onlyPlaceOf(name: Span, sentence: number, clause: Span): Span[] {
    const words = this.claim.tokens.filter((token) => isWithin(token, name))
    const places = words.map((word) =>
      this.alignment
        .mentionsOf(word)
        .filter((mention) => mention.sentence === sentence && isWithin(mention, clause)),
    )
    return places.length > 0 && places.every(({ length }) => length === 1) ? (places[0] ?? []) : []
  }

  /** The names of a clause; of one without a name those of the clause before. */
  private ownersOf({ clauses }: ReadText, clause: Span, entities: readonly Entity[]): Entity[] {
    const at = clauses.findIndex(({ start }) => start === clause.start)
    for (let before = Math.max(0, at); before >= 0; before--) {
      const span = clauses[before] ?? clause
      const owners = entities.filter((entity) => isWithin(entity, span))
      if (owners.length > 0) return owners
    }
    return []
  }

  /** The same for evidence; where the claim names them beside its own, as what something was done to, also those before. */
  private holdersOf(
    read: ReadText,
    clause: Span,
    entities: readonly Entity[],
    named: readonly Entity[],
  ): Entity[] {
    const holders = this.ownersOf(read, clause, entities)
    const before = read.clauses.findLast(({ end }) => end <= clause.start)
    const areObjects = holders.every((holder) => named.some((one) => this.isSame(one, holder)))
    return before !== undefined && areObjects
      ? [...holders, ...this.ownersOf(read, before, entities)]
      : holders
  }

  private isKnown(entity: Entity): boolean {
    return this.others.some((named) => named.some((other) => this.isSame(entity, other)))
  }

  /** One name holds all words of the other: Daalman and Pieter Daalman, but not Brisk 10 and Brisk 20. */
  private isSame(a: Entity, b: Entity): boolean {
    if (a.text === b.text) return true
    if (a.isQuoted && b.isQuoted) return false
    return this.holds(a, b) || this.holds(b, a)
  }

  private holds(inner: Entity, outer: Entity): boolean {
    const { texts, reader } = this.tools
    const source = texts.read(outer.text)
    const where = nameSource([source], [reader.meaningsOf(outer.text)])
    const { tokens } = texts.read(inner.text)
    return tokens.every((token) =>
      token.kind === 'latin' ? isNamed(token, where, this.tools) : source.text.includes(token.surface),
    )
  }
}

/** What makes the second of two the one that acts. */
const TURN =
  /['’]s\b|\bby (?=[A-Z\p{Script=Han}])|\blo(?:st|ses) to\b|被|由(?!于)|遭|归|出自|输给|不敌|败给|负于/gu

function turns(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(TURN)?.length ?? 0
}
