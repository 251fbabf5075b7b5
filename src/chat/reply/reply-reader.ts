import { JsonReader } from './json-reader.ts'
import type { KnownLabels } from './known-labels.ts'
import { LineReader } from './line-reader.ts'
import type { OnUnit, ReplyUnit } from './reply-unit.ts'
import { isSentinel, meaningOfSilence } from './silence.ts'
import { ThoughtFilter } from './thought-filter.ts'

/** Of a reply that rests on nothing, so much decides what it means. */
const LONGEST_SILENCE = 4000

/**
 * Reads a model's reply while it comes: what it claims, and which sentences it names for it. Nothing here depends on the
 * pieces in which the reply comes, so that a streamed answer is the one that would be given at once.
 */
export class ReplyReader {
  /** Whether the model says that the sentences do not answer. */
  saysNotThere = false
  private readonly thoughts = new ThoughtFilter()
  private readonly lines: LineReader
  private readonly known: KnownLabels
  private readonly onUnit: OnUnit
  private json: JsonReader | undefined
  /** At the beginning of a line: what has been read of it, as long as it may be JSON. */
  private opening: string | undefined = ''
  private visible = ''
  private claims = 0

  /** @param onUnit called with each claim as soon as it is complete */
  constructor(known: KnownLabels, onUnit: OnUnit) {
    this.known = known
    this.onUnit = onUnit
    this.lines = new LineReader(known, (unit) => this.hand(unit))
  }

  add(text: string): void {
    this.read(this.thoughts.add(text))
  }

  end(): void {
    this.read(this.thoughts.end())
    const rest = this.opening ?? ''
    this.opening = undefined
    // Broken JSON may still hold readable lines.
    const unread = this.json?.isUnread === true ? this.json.raw : ''
    this.json = undefined
    for (const character of rest + unread) this.lines.add(character)
    this.lines.end()
  }

  /** What the reply means if it claims nothing. */
  get silence(): ReturnType<typeof meaningOfSilence> {
    return this.claims > 0 ? 'unsupported' : meaningOfSilence(this.visible)
  }

  private read(text: string): void {
    if (this.visible.length < LONGEST_SILENCE) this.visible += text
    for (const character of text) this.readCharacter(character)
  }

  private readCharacter(character: string): void {
    if (this.json !== undefined) {
      if (!this.json.add(character)) return
      const { isUnread, raw } = this.json
      this.json = undefined
      this.opening = ''
      if (isUnread && !this.saysNotThere) for (const each of raw) this.lines.add(each)
      return
    }
    if (this.opening === undefined) {
      this.lines.add(character)
      if (character === '\n') this.opening = ''
      return
    }
    this.opening += character
    const begun = this.opening.trimStart()
    if (begun === '' || begun === '[') return
    const isJson = /^(?:\{|\[\s*[{"])/.test(begun)
    const isUndecided = /^\[\s*$/.test(begun)
    if (isUndecided) return
    const text = this.opening
    this.opening = text.endsWith('\n') ? '' : undefined
    if (isJson) this.beginJson(begun)
    else for (const each of text) this.lines.add(each)
  }

  private beginJson(begun: string): void {
    this.json = new JsonReader({
      known: this.known,
      onUnit: (unit) => this.hand(unit),
      onText: (text) => {
        const reader = new LineReader(this.known, (unit) => this.hand(unit))
        for (const character of text) reader.add(character)
        reader.end()
      },
      onNotThere: () => this.notThere(),
    })
    for (const character of begun) this.json.add(character)
  }

  private hand(unit: ReplyUnit): void {
    if (this.saysNotThere) return
    if (isSentinel(unit.text)) {
      this.notThere()
      return
    }
    if (unit.labels.length > 0 || unit.hasUnknownLabel || unit.quotes.length > 0) this.claims++
    this.onUnit(unit)
  }

  /** Believed unless something was claimed before. */
  private notThere(): void {
    if (this.claims === 0) this.saysNotThere = true
  }
}
