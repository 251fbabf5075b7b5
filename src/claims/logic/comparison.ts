import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { type Alignment, clauseAt, isWithin } from '../alignment.ts'
import type { ReadText } from '../reading/read-text.ts'

/** What a comparison is about. Amounts, sizes and levels often share the same words. */
type Scale = 'amount' | 'time' | 'age' | 'speed' | 'quality' | 'result'

interface Comparison extends Span {
  readonly scale: Scale
  /** 1 for more, later, older, faster, won; −1 for the other way. */
  readonly sign: 1 | -1
  /** What is compared stands before and after this: "than", 比. */
  readonly than: number | undefined
}

const ADJECTIVES: readonly (readonly [Scale, 1 | -1, string, string])[] = [
  [
    'amount',
    1,
    'more(?= than| \\w+s\\b| people)|greater|larger|bigger|higher|longer|deeper|heavier|wider|taller|stronger|hotter|warmer|louder|thicker',
    '多|大|高|长|久|深|重|宽|强|热|响|厚|贵|远',
  ],
  [
    'amount',
    -1,
    'less(?= than)|fewer|smaller|lower|shorter|shallower|lighter|narrower|weaker|cooler|colder|quieter|thinner|cheaper',
    '少|小|低|短|浅|轻(?!量)|窄|弱|冷|静|安静|薄|便宜|近',
  ],
  ['time', 1, 'later|afterwards', '晚|迟'],
  ['time', -1, 'earlier|sooner', '早|先'],
  ['age', 1, 'older|oldest|elder', '老|旧|古老'],
  ['age', -1, 'newer|younger|newest|youngest', '新|年轻'],
  ['speed', 1, 'faster|quicker|quickest|fastest', '快'],
  ['speed', -1, 'slower|slowest', '慢'],
  ['quality', 1, 'better', '好|佳|优'],
  ['quality', -1, 'worse', '差|糟|坏'],
]

const CHANGES: readonly (readonly [Scale, 1 | -1, string])[] = [
  [
    'amount',
    1,
    String.raw`\b(?:increas\w*|rise[sn]?|rose|rising|grow[sn]?|grew|growing|gain(?:s|ed)?|exceed\w*|surpass\w*|above|outgrow\w*|doubl\w+|extend\w*|up by|(?<!at )most|largest|highest|biggest|longest|greatest|deepest)\b|增[加长至多]?|上升|提高|成长|上涨|升[到至高]|扩大|多出|高出|[超]过|超出|大于|高于|多于|延长|[翻]倍|最[多大高长深]|变大|[零一二两三四五六七八九十百千半]+倍`,
  ],
  [
    'amount',
    -1,
    String.raw`\b(?:decreas\w*|fall[s]?|fell|fallen|falling|drop(?:s|ped)?|declin(?:e|es|ed|ing)|reduc\w*|below|shrink\w*|shrank|slip(?:s|ped)?|cut|fewest|smallest|lowest|(?<!at )least|shortest)\b|减[少至小到]|下[降滑跌]|降[低到至为]|跌|缩[小短减]|小于|低于|少于|(?<![拿找收看听得买碰达])不[到足满]|少(?=[睡用吃花付做交])|未满|最[少小低短浅]|变小`,
  ],
  [
    'result',
    1,
    String.raw`\b(?:beat(?:en|s)?|won|win(?:s|ner)?|defeat(?:s|ed)?|champion\w*|victor\w*|ahead)\b|击[败退]|战胜|打败|赢|夺冠|冠军|获胜|胜出`,
  ],
  ['result', -1, String.raw`\b(?:lost|lose[sr]?|runner-up|behind)\b|输|落败|负于|不敌|落后`],
]

const alternatives = (language: 2 | 3) => ADJECTIVES.map((row) => row[language]).join('|')
const COMPARATIVE = new RegExp(
  String.raw`\b(${alternatives(2)})\b(?! than \d)|(?:更为?|较为?|越来越|反而)(${alternatives(3)})|(?<=比[^，,。;；]{1,18})(${alternatives(3)})(?=[了得出些。，,；;]|$|约|[一二两三四五六七八九十百千半几数]|\d)`,
  'giu',
)
const CHANGE = CHANGES.map(([scale, sign, pattern]) => ({ scale, sign, pattern: new RegExp(pattern, 'giu') }))

function signOf(word: string): readonly [Scale, 1 | -1] | undefined {
  const row = ADJECTIVES.find(
    ([, , english, chinese]) =>
      new RegExp(`^(?:${english.replaceAll(/\(\?[^)]*\)/g, '')})$`, 'i').test(word) ||
      chinese
        .replaceAll(/\(\?[^)]*\)/g, '')
        .split('|')
        .includes(word),
  )
  return row && [row[0], row[1]]
}

function comparisonsOf(read: ReadText): Comparison[] {
  const { text } = read
  const found: Comparison[] = []
  for (const match of text.matchAll(COMPARATIVE)) {
    const word = match[1] ?? match[2] ?? match[3] ?? ''
    const sign = signOf(word)
    if (sign === undefined) continue
    const span = { start: match.index, end: match.index + match[0].length }
    found.push({ ...span, scale: sign[0], sign: sign[1], than: thanOf(read, span, sign[0]) })
  }
  for (const { scale, sign, pattern } of CHANGE) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      found.push({ ...span, scale, sign, than: thanOf(read, span, scale) })
    }
  }
  return found
}

function thanOf(read: ReadText, span: Span, scale: Scale): number | undefined {
  // Who won stands before, who lost behind; 以三比一 compares nothing.
  if (scale === 'result') return span.end
  const clause = clauseAt(read, span.start)
  // 高于, 少于: what it is compared with follows.
  if (read.text[span.end - 1] === '于') return span.end - 1
  const before = read.text.slice(clause.start, span.start).lastIndexOf('比')
  if (before >= 0) return clause.start + before
  const after = /\bthan\b/.exec(read.text.slice(span.end, clause.end))
  return after ? span.end + after.index : undefined
}

/** A sentence that says at least so much of what the nearest one says is near as well. */
const NEARLY = 0.6

/** Whether a claim turns a comparison of its evidence round. */
export function reversesComparison(claim: ReadText, alignment: Alignment): boolean {
  const own = comparisonsOf(claim)
  if (own.length === 0) return false
  const counts = alignment.countBySentence(claim.tokens.filter(({ isFunction }) => !isFunction))
  const near = alignment.evidence.flatMap((read, sentence) =>
    itemAt(counts, sentence) >= NEARLY * Math.max(...counts)
      ? comparisonsOf(read).map((other) => ({ read, sentence, other }))
      : [],
  )
  return own.some((comparison) => {
    const alike = near.filter(({ other }) => other.scale === comparison.scale)
    const crosses = ({ read, sentence, other }: (typeof near)[number]) =>
      crossing(claim, own, comparison, read, other, sentence, alignment)
    const same = alike.filter(({ other }) => other.sign === comparison.sign)
    // Who beat another may be said as who lost to whom.
    if (comparison.scale === 'result' && same.length === 0)
      return alike.length > 0 && alike.every((other) => crosses(other) < 0)
    if (same.length > 0)
      return same.some((other) => crosses(other) > 0) && same.every((other) => crosses(other) >= 0)
    return alike.length > 0 && alike.every((other) => crosses(other) <= 0)
  })
}

interface Sides {
  readonly left: Span
  readonly right: Span | undefined
}

function sidesOf({ text, clauses }: ReadText, comparison: Comparison): Sides {
  const at = clauses.findIndex(({ start, end }) => comparison.start >= start && comparison.start < end)
  const clause = clauses[at] ?? { start: 0, end: text.length }
  const { than } = comparison
  // 约为巴黎的八倍: what stands before it is what it is compared with.
  if (text.slice(comparison.start, comparison.end).endsWith('倍') && at > 0)
    return { left: clauses[at - 1] ?? clause, right: clause }
  if (than === undefined) return { left: clause, right: undefined }
  if (text[than] === '比')
    return { left: { start: clause.start, end: than }, right: { start: than, end: comparison.start } }
  return { left: { start: clause.start, end: than }, right: { start: than, end: clause.end } }
}

/** Above 0 where the sides of a claim's comparison stand on each other's side in the evidence, below 0 where on their own. */
function crossing(
  claim: ReadText,
  comparisons: readonly Comparison[],
  comparison: Comparison,
  read: ReadText,
  other: Comparison,
  sentence: number,
  alignment: Alignment,
): number {
  const { left, right } = sidesOf(claim, comparison)
  const sides = sidesOf(read, other)
  const words = (span: Span | undefined) =>
    span === undefined
      ? []
      : claim.tokens.filter(
          (token) =>
            !token.isFunction &&
            isWithin(token, span) &&
            !comparisons.some(({ start, end }) => token.start < end && token.end > start),
        )
  const count = (span: Span | undefined, elsewhere: Span | undefined, within: Span | undefined) => {
    if (within === undefined) return 0
    const others = new Set(words(elsewhere).map(({ key }) => key))
    return words(span).filter(
      (token) =>
        !others.has(token.key) &&
        alignment
          .mentionsOf(token)
          .some((mention) => mention.sentence === sentence && isWithin(mention, within)),
    ).length
  }
  const straight = count(left, right, sides.left) + count(right, left, sides.right)
  return count(left, right, sides.right) + count(right, left, sides.left) - straight
}
