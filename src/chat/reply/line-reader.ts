import type { KnownLabels, LabelGroup } from './known-labels.ts'
import { plainClaim } from './plain-claim.ts'
import type { OnUnit } from './reply-unit.ts'

const FENCE = /^\s*(?:```|~~~)/
/** Brackets at the end of what was read, with what stands in them. */
const GROUP_AT_END = /(?:\[|【|［|\(|（)([^[\]【】［］()（）]{1,120})(?:\]|】|］|\)|）)$/u
const CLOSING = new Set(']】］)）')
/** A line that names what the lines above rest on. */
const NAMES_SOURCES =
  /^[\s*_#>-]*(?:sources?|labels?|refs?|references?|citations?|based on|來源|来源|出處|出处|依據|依据|引用)[\s*_]*[:：]?[\s*_,;，、]*$/i
/** A line that is nothing but a quotation. */
const QUOTATION = /^[\s>*\d.)-]*[“"「『«][^“”"「」『』«»]+[”"」』»][\s.。]*$/u
const MOST_WAITING = 4

/**
 * Reads a reply in lines: sentences with their labels behind them, as they were asked for, or before them, on a line of
 * their own, or without brackets. It goes from character to character, so that what it reads does not depend on the
 * pieces in which a reply comes.
 */
export class LineReader {
  private line = ''
  private prefix: LabelGroup | undefined
  /** Whether a unit of this line was handed over, so that more labels belong to it. */
  private hasUnit = false
  /** Sentences without labels, which a line of sources may still name. */
  private waiting: string[] = []
  private readonly known: KnownLabels
  private readonly onUnit: OnUnit

  constructor(known: KnownLabels, onUnit: OnUnit) {
    this.known = known
    this.onUnit = onUnit
  }

  add(character: string): void {
    if (character === '\n') {
      this.endLine()
      return
    }
    this.line += character
    if (!CLOSING.has(character)) return
    const [words, inside = ''] = GROUP_AT_END.exec(this.line) ?? []
    const group = words && this.known.readGroup(inside, !/^[(（]/.test(words))
    if (!group) return
    const before = this.line.slice(0, this.line.length - words.length)
    this.line = ''
    this.readGroup(before, group)
  }

  end(): void {
    this.endLine()
    this.prefix = undefined
  }

  private readGroup(before: string, group: LabelGroup): void {
    const { text, labels } = this.known.withoutBare(before)
    const said = NAMES_SOURCES.test(text) ? '' : plainClaim(text)
    const all = labels.length === 0 ? group : { ...group, labels: [...new Set([...labels, ...group.labels])] }
    if (said !== '' && this.prefix !== undefined) {
      this.hand(said, this.prefix)
      this.prefix = group
    } else if (said !== '') {
      this.hand(said, all)
      this.hasUnit = true
    } else if (this.hasUnit) this.hand('', all)
    else if (before.trim() !== '' && NAMES_SOURCES.test(text)) this.handWaiting(all)
    else this.prefix = this.prefix === undefined ? all : joined(this.prefix, all)
  }

  private endLine(): void {
    const line = this.line
    const { hasUnit } = this
    this.line = ''
    this.hasUnit = false
    if (FENCE.test(line)) return
    const { text, labels } = this.known.withoutBare(line)
    const said = plainClaim(text)
    const bare = { labels, hasUnknown: false }
    if (said === '' || NAMES_SOURCES.test(text)) {
      if (labels.length > 0) this.handWaiting(bare)
      else if (this.prefix !== undefined && this.waiting.length > 0 && line.trim() === '')
        this.handWaiting(this.prefix)
      return
    }
    if (this.prefix !== undefined) {
      this.hand(said, this.prefix)
      this.prefix = undefined
    } else if (labels.length > 0) this.hand(said, bare)
    else {
      if (!hasUnit) this.waiting = [...this.waiting, said].slice(-MOST_WAITING)
      const quotes = QUOTATION.test(line) ? [said] : []
      this.onUnit({ text: said, labels: [], hasUnknownLabel: false, quotes })
    }
  }

  private handWaiting(group: LabelGroup): void {
    const waiting = this.waiting
    this.prefix = undefined
    for (const text of waiting) this.hand(text, group)
  }

  private hand(text: string, { labels, hasUnknown }: LabelGroup): void {
    this.waiting = []
    this.onUnit({ text, labels, hasUnknownLabel: hasUnknown, quotes: [] })
  }
}

function joined(one: LabelGroup, other: LabelGroup): LabelGroup {
  return {
    labels: [...new Set([...one.labels, ...other.labels])],
    hasUnknown: one.hasUnknown || other.hasUnknown,
  }
}
