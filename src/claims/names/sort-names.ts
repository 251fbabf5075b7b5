import type { ClaimTools } from '../claim-tools.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import { transliterations, unknownHanNames } from './han-names.ts'
import { isNamed, latinNames, type NameSource, nameSource } from './latin-names.ts'

/** Where the names of a claim may be found, nearest first. */
export interface NamePlaces {
  /** The sentences that it rests on. */
  readonly evidence: readonly ReadText[]
  /** What stands beside them. */
  readonly neighbours: readonly ReadText[]
  /** What else is known of their paragraph. */
  readonly background: ReadText
}

/** The names of a claim by the nearest place that has them. */
export interface SortedNames {
  readonly here: ReadonlySet<Token>
  readonly beside: ReadonlySet<Token>
  readonly around: ReadonlySet<Token>
  readonly unknown: ReadonlySet<Token>
}

export function sortNames(
  claim: ReadText,
  { evidence, neighbours, background }: NamePlaces,
  tools: ClaimTools,
): SortedNames {
  const here = findNames(claim, evidence, tools)
  const nothing = new Set<Token>()
  if (here.unknown.length === 0)
    return { here: new Set(here.known), beside: nothing, around: nothing, unknown: nothing }
  const beside = findNames(claim, neighbours, tools).known
  const around = findNames(claim, [background], tools).known
  const farther = here.unknown.filter((name) => !beside.includes(name))
  return {
    here: new Set(here.known),
    beside: new Set(here.unknown.filter((name) => beside.includes(name))),
    around: new Set(farther.filter((name) => around.includes(name))),
    unknown: new Set(farther.filter((name) => !around.includes(name))),
  }
}

/** Code is not translated: `serve` is not `watch`. */
function isCode({ text }: ReadText, { start, end }: Token): boolean {
  return text[start - 1] === '`' && text[end] === '`'
}

/** The words of names that the texts write in one: Red Hat, RedHat. */
function writtenApart({ tokens, text }: ReadText, source: NameSource): ReadonlySet<Token> {
  const apart = new Set<Token>()
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    if (next === undefined || text.slice(token.end, next.start) !== ' ') continue
    if (!source.latin.has(`${token.surface}${next.surface}`.toLowerCase())) continue
    apart.add(token).add(next)
  }
  return apart
}

function findNames(
  claim: ReadText,
  texts: readonly ReadText[],
  tools: ClaimTools,
): { readonly known: Token[]; readonly unknown: Token[] } {
  const { dictionary, reader } = tools
  const own = latinNames(claim, dictionary)
  const meanings = texts.map(({ text }) => reader.meaningsOf(text))
  const source = nameSource(texts, meanings)
  const latin = texts.flatMap((text) => latinNames(text, dictionary).map(({ surface }) => surface))
  const transliterated = transliterations(claim.tokens, latin, tools)
  const apart = writtenApart(claim, source)
  const unknown = [
    ...own
      .filter((name) => !apart.has(name))
      .filter((name) =>
        isCode(claim, name)
          ? !source.latin.has(name.surface.toLowerCase()) && !isNamed({ ...name, key: '' }, source, tools)
          : !isNamed(name, source, tools),
      ),
    ...unknownHanNames(claim, source, latin, tools).filter((name) => !transliterated.has(name)),
  ]
  return { unknown, known: [...own, ...transliterated].filter((name) => !unknown.includes(name)) }
}
