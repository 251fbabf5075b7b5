import type { Span } from '../../domain/span.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { editDistance } from '../../text/edit-distance.ts'
import type { ClaimTools } from '../claim-tools.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import type { Meanings } from '../words/meanings.ts'

/** Capitalised words at least this rare are taken for names: Twitter, Lambda. */
const NAME_RARITY = 9
/** Letters that stand before a sum are part of it: NT$, US$. */
const CURRENCY = /^(?:NT|US|HK)$/
/** Capitals that are not names: the pronoun, and words of address. */
const NO_NAMES = new Set(['i', "i'm", 'mr', 'mrs', 'ms', 'dr', 'am', 'pm', 'bc', 'ad'])

/** The words in Latin letters that name something: capitalised, of letters and digits, or code. */
export function latinNames(
  { text, tokens, quantities, isHan }: ReadText,
  dictionary: BilingualDictionary,
): Token[] {
  const explains = (stem: string) => dictionary.explains(stem)
  const isRare = ({ key, surface }: Token) =>
    dictionary.rarity(key) >= NAME_RARITY && !/(?:ing|ed|ly|s|er|est)$/.test(surface)
  return tokens.filter((token) => {
    if (token.kind !== 'latin' || NO_NAMES.has(token.surface.toLowerCase()) || CURRENCY.test(token.surface))
      return false
    if (quantities.some(({ start, end }) => token.start < end && token.end > start)) return false
    const { surface } = token
    // SaaS, k8s, Node.js, loadAfter, dry-run
    if (/[A-Z].*[A-Z]|\d|[._+#/]|[a-z][A-Z]/.test(surface)) return surface.length > 1
    const isCode = /[`'"]$|--?$/.test(text.slice(0, token.start)) && /^[`]/.test(text.slice(token.end))
    if (isCode) return true
    if (token.isFunction) return false
    if (isHan) return /^[A-Z]/.test(surface) || !explains(token.key)
    if (!/^\p{Lu}/u.test(surface)) return false
    // Any word is capitalised where a sentence begins; a rare one is a name there as well.
    return !beginsSentence(text, token.start) || !explains(token.key) || isRare(token)
  })
}

function beginsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?。！？:："“‘'「\n])[\s"“‘'「(]*$/.test(text.slice(0, start))
}

/** Where names may be found: what a claim rests on, or what is known of its paragraph. */
export interface NameSource {
  readonly texts: readonly ReadText[]
  /** Latin words in lower case, and their parts. */
  readonly latin: ReadonlySet<string>
  readonly meanings: readonly Meanings[]
}

export function nameSource(texts: readonly ReadText[], meanings: readonly Meanings[]): NameSource {
  const latin = new Set<string>()
  for (const text of texts) for (const form of latinFormsIn(text)) latin.add(form)
  return { texts, latin, meanings }
}

/** Texts come again with every claim that rests on them. */
const knownForms = new WeakMap<ReadText, readonly string[]>()

function latinFormsIn(text: ReadText): readonly string[] {
  const known = knownForms.get(text)
  if (known !== undefined) return known
  const forms = text.tokens.flatMap(({ kind, surface }) => (kind === 'han' ? [] : formsOf(surface)))
  knownForms.set(text, forms)
  return forms
}

/** What a name may be compared by: Node.js by `node.js` and `node`, unikernels by `unikernel`. */
function formsOf(surface: string): string[] {
  const lower = surface.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const parts = lower.split(/[._+#/-]/).filter((part) => part.length > 1 || /\d/.test(part))
  const forms = [lower, ...(parts.length > 1 ? parts : [])]
  return [...forms, ...forms.filter((form) => /[a-z]{3}s$/.test(form)).map((form) => form.slice(0, -1))]
}

const SAME_NAME = 0.5
const LONG_NAME = 6

/** Whether a name is in the texts: as it is, slightly misspelt, translated, in pinyin or transliterated. */
export function isNamed(name: Token, source: NameSource, tools: ClaimTools): boolean {
  const { reader } = tools
  const [lower = '', ...parts] = formsOf(name.surface)
  if (source.latin.has(lower)) return true
  // Not by a part alone: boot.log is not error.log.
  if (
    /[._+#/-]/.test(lower)
      ? parts.every((part) => source.latin.has(part))
      : parts.some((part) => source.latin.has(part))
  )
    return true
  if (/\d/.test(name.surface)) return false
  if (source.meanings.some((meanings) => reader.similarity(name.key, meanings) >= SAME_NAME)) return true
  if (isNationality(name, source.meanings)) return true
  if (lower.length >= LONG_NAME) {
    for (const other of source.latin) if (!/\d/.test(other) && editDistance(lower, other, 1) <= 1) return true
  }
  return source.texts.some((text) => soundOf(name, text, tools) !== undefined)
}

/** Where the Chinese of a text has a Latin name by its sound: in pinyin or transliterated. */
export function soundOf(
  { surface }: Token,
  { text, tokens }: ReadText,
  { sounds }: ClaimTools,
): Span | undefined {
  const spelled = sounds.spelledIn(text, surface)
  if (spelled !== undefined) return spelled
  const words = tokens.filter(
    ({ kind, key, isFunction }) => kind === 'han' && ([...key].length > 1 || isFunction),
  )
  return sounds.transliteratedIn(text, surface, (at) =>
    words.some(({ start, end }) => at >= start && at < end),
  )
}

/** German and Germany, Japan and Japanese: one begins with the other. */
function isNationality({ key, surface }: Token, meanings: readonly Meanings[]): boolean {
  if (!/(?:an|ese|ish|ch|i)$/.test(surface) || key.length < 5) return false
  return meanings.some((words) => {
    for (const word of words.keys())
      if (word.length >= 5 && (word.startsWith(key) || key.startsWith(word))) return true
    return false
  })
}
