import type { KnownLabels } from './known-labels.ts'
import { plainClaim } from './plain-claim.ts'
import type { OnUnit } from './reply-unit.ts'

const TEXT_FIELDS = ['text', 'claim', 'sentence', 'statement', 'answer', 'fact', 'content', 'response']
const CITES_FIELDS =
  /^(?:cites?|citations?|labels?|sources?|ids?|refs?|references?|evidence|quotes?|supports?|supporting|based_?on)$/i
const SENTINEL_FIELDS = /^(?:not_?(?:found|there)|unanswerable)$/i
/** Shorter words are found by chance. */
const SHORTEST_QUOTE = 4
/** A model that opens one brace after the other says nothing. */
const DEEPEST = 32

export interface JsonReaderOptions {
  readonly known: KnownLabels
  readonly onUnit: OnUnit
  /** Is given a text with labels in it, as some models put it into an object. */
  readonly onText: (text: string) => void
  /** Called where the object says that the answer is not there. */
  readonly onNotThere: () => void
}

/**
 * Reads a JSON value of a reply from character to character, and hands over what each of its objects claims as soon as
 * that object ends.
 */
export class JsonReader {
  /** What was read, from the first bracket on. */
  raw = ''
  private starts: number[] = []
  private isString = false
  private isEscaped = false
  private units = 0
  private readonly options: JsonReaderOptions

  constructor(options: JsonReaderOptions) {
    this.options = options
  }

  /** @returns whether the value has ended */
  add(character: string): boolean {
    this.raw += character
    if (this.isString) {
      if (this.isEscaped) this.isEscaped = false
      else if (character === '\\') this.isEscaped = true
      else if (character === '"') this.isString = false
      return false
    }
    if (character === '"') this.isString = true
    if (character === '{' || character === '[') this.starts.push(this.raw.length - 1)
    if (character !== '}' && character !== ']') return this.starts.length > DEEPEST
    const start = this.starts.pop()
    if (start === undefined) return true
    const value = parsed(this.raw.slice(start))
    if (character === '}' && isRecord(value)) this.readObject(value)
    if (this.starts.length > 0) return false
    this.readWhole(value)
    return true
  }

  /** Whether nothing of it could be read. */
  get isUnread(): boolean {
    return this.units === 0
  }

  private readObject(value: Readonly<Record<string, unknown>>): void {
    const { known, onUnit, onText, onNotThere } = this.options
    const fields = new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]))
    if ([...fields].some(([name, field]) => SENTINEL_FIELDS.test(name) && field === true)) {
      onNotThere()
      return
    }
    const text = TEXT_FIELDS.map((name) => fields.get(name)).find((field) => typeof field === 'string')
    if (typeof text !== 'string' || text.trim() === '') return
    this.units++
    const named = [...fields].flatMap(([name, field]) => (CITES_FIELDS.test(name) ? stringsOf(field) : []))
    if (named.length === 0) {
      onText(text)
      return
    }
    const groups = named.map((words) => ({
      words,
      group: known.readGroup(words.replace(/^\W+|\W+$/g, ''), true),
    }))
    const quotes = groups.flatMap(({ words, group }) =>
      group === undefined && words.length >= SHORTEST_QUOTE ? [words] : [],
    )
    const labels = [...new Set(groups.flatMap(({ group }) => group?.labels ?? []))]
    const hasUnknownLabel = groups.some(({ group }) => group?.hasUnknown)
    const said = plainClaim(known.withoutBare(text).text.replace(/\[[^[\]]{1,12}\]/g, ' '))
    if (said !== '') onUnit({ text: said, labels, hasUnknownLabel, quotes })
  }

  /** A list of sentences, or a list of claims with nothing in it. */
  private readWhole(value: unknown): void {
    if (this.units > 0) return
    if (Array.isArray(value) && value.every((item) => typeof item === 'string') && value.length > 0) {
      this.units++
      for (const item of value) this.options.onText(item)
      return
    }
    const lists = isRecord(value) ? Object.values(value) : [value]
    if (lists.some((list) => Array.isArray(list) && list.length === 0)) this.options.onNotThere()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** All texts in a value, however it is nested. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  return isRecord(value) ? Object.values(value).flatMap(stringsOf) : []
}
