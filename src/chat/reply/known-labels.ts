/** The labels that a model names for a sentence. */
export interface LabelGroup {
  readonly labels: readonly string[]
  /** Whether one of them was never given out. */
  readonly hasUnknown: boolean
}

/** What people write between labels, and before them. */
const BETWEEN = /[\s,;，、；。.&+/|·]+|\band\b|和|及|與|与/i
const BEFORE =
  /^\s*(?:sources?|labels?|refs?|references?|cit(?:ation|e)s?|see|cf\.?|from|來源|来源|出處|出处|標籤|标签|依據|依据|引用|見|见)?(?!\d)\s*[:：]?\s*/i
const LABEL_LIKE = /^\^?([A-Za-z]{1,3})[-\s_.]?(\d{1,3})$/
/** What models cite by where they were taught otherwise: [1], [^1]. */
const NUMBER = /^\^?\d{1,3}$/
const RANGE =
  /([A-Za-z]{1,3})[-_]?(\d{1,3})\s*(?:[-–—~～]|to|至|到)\s*(?:([A-Za-z]{1,3})[-_]?)?(\d{1,3})(?!\w)/gi
/** A label with a blank in it. */
const SPACED = /(?<![A-Za-z])([A-Za-z]{2})\s(\d{1,3})(?!\w)/g
const LONGEST_RANGE = 12

/** The labels of one prompt, and how models write them. */
export class KnownLabels {
  private readonly known: ReadonlySet<string>
  private readonly bare: RegExp

  constructor(labels: Iterable<string>) {
    this.known = new Set(labels)
    const prefixes = [...new Set([...this.known].map((label) => label.replace(/\d+$/, '')))]
    this.bare = new RegExp(
      `(?<![\\p{L}\\p{N}])(${prefixes.join('|')})[-_ ]?(\\d{1,3})(?![\\p{L}\\p{N}])`,
      'giu',
    )
  }

  has(label: string): boolean {
    return this.known.has(label)
  }

  /**
   * Reads what stands in brackets.
   *
   * @param areSquare round brackets hold labels only where one of them is known
   * @returns nothing where that is no list of labels
   */
  readGroup(inside: string, areSquare: boolean): LabelGroup | undefined {
    const items = expandRanges(inside.replace(BEFORE, '').replace(SPACED, '$1$2'))
      .split(BETWEEN)
      .filter((item) => item !== '')
    if (items.length === 0 || !items.every((item) => LABEL_LIKE.test(item) || NUMBER.test(item)))
      return undefined
    const labels = items.map(spelt)
    const known = [...new Set(labels.filter((label) => this.known.has(label)))]
    if (known.length === 0 && !areSquare) return undefined
    return { labels: known, hasUnknown: labels.some((label) => !this.known.has(label)) }
  }

  /** Finds labels without brackets; what only looks like one may be a name. */
  withoutBare(text: string): { readonly text: string; readonly labels: readonly string[] } {
    if (this.known.size === 0) return { text, labels: [] }
    const labels: string[] = []
    const rest = text.replace(this.bare, (words, prefix: string, number: string) => {
      const label = `${prefix.toUpperCase()}${Number(number)}`
      if (!this.known.has(label)) return words
      if (!labels.includes(label)) labels.push(label)
      return ' '
    })
    return { text: rest, labels }
  }
}

/** `KT2` for `kt-2` and `^KT02`. */
function spelt(item: string): string {
  const [, prefix = '', number = ''] = LABEL_LIKE.exec(item) ?? []
  return prefix === '' ? item : `${prefix.toUpperCase()}${Number(number)}`
}

function expandRanges(text: string): string {
  return text.replace(RANGE, (words, prefix: string, from: string, other: string | undefined, to: string) => {
    const [first, last] = [Number(from), Number(to)]
    const isRange = (other ?? prefix).toUpperCase() === prefix.toUpperCase() && last > first
    if (!isRange || last - first > LONGEST_RANGE) return words
    return Array.from({ length: last - first + 1 }, (_, i) => `${prefix}${first + i}`).join(',')
  })
}
