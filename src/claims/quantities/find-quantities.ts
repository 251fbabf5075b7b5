import { findDates } from './dates.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import type { Quantity } from './quantity.ts'
import { currencyBefore, type FoundUnit, unitAt } from './units.ts'

/** What counts things in Chinese. A single numeral is one before these only: 一般 and 三维 count nothing. */
const CLASSIFIERS =
  '个|名|位|人|家|台|款|次|轮|倍|项|条|座|栋|所|间|只|头|匹|件|张|本|支|把|辆|艘|架|枚|颗|粒|份|章|节|篇|段|层|级|届|期|批|组|队|对|双|套|类|样|步|点|口|户|首|场|局|盘|集|卷|页|行|列|排|面|片|块|根|棵|株|滴|桶|瓶|杯|碗|盒|箱|袋|包|种|处|条|道|具|则|档|代|号|版|班|胎|胜|比|分|成|度|角|人次|核|路|线|者|大'
const CLASSIFIER = new RegExp(`^(?:多|余|几)?(?:${CLASSIFIERS})`, 'u')
/** Words that a numeral begins and that are no number. */
const NO_NUMBER =
  /^(?:一[般些直样起定旦边切度致向共律番同面再方]|一下|一点|一时|一种|一个接|万千|十分(?!钟)|百姓|零[件部售星散食碎钱工头距]|百分之|千万[别不]|万一|万物|三维|两旁|两者|四处|四川|五金|六安|九龙|三星|二手|二进制|两边|第一手|四季)/u

const FRACTION_WORDS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  tenth: 10,
}
const NUMERATORS = ['zero', 'one', 'two', 'three', 'four']
const ENGLISH_FRACTION =
  /(?<![\p{L}-])(?:(an?|one|two|three|four|the) )?(halves|half|thirds?|quarters?|fifths?|tenths?)(?= of\b|s of\b)/giu
const ENGLISH_HALF = /(?<!\p{L})half(?= (?:the|its|their|were|was|of)\b)|(?<=by |in )half(?!\p{L})/giu
const CHINESE_FRACTION = /([一二两三四五六七八九十\d]+)分之([一二两三四五六七八九十\d]+)/gu
const HALF_OF_ALL = /一半|半数|[上下]半(?=[年场季月])/gu
const TENTHS = /([一二两三四五六七八九])成([一二三四五六七八九])?(?!为|了|立|本|功|员|果|熟)/gu
const HALF_UNIT = /(?:(?<![上下])半|half an? |half-)(?=\S)/giu
const DOUBLE = /(?<!\p{L})(?:twice|doubl(?:e|es|ed|ing)|twofold)(?!\p{L})|翻倍|加倍|翻了?一番|两倍/giu
/** Any small number of units: a few seconds, 几分钟. */
const SOME =
  /(?<!\p{L})(?:a few|several|some|a couple of)\s(?=\p{L})|(?<![十百千万])[几数](?=\p{Script=Han})/giu
/** How often something happens, by the days between: firmly, and in words that also say "within". */
const FREQUENCIES: readonly (readonly [number, RegExp, RegExp])[] = [
  [1 / 86_400, /(?<!\p{L})(?:every second|each second)(?!\p{L})|每秒/giu, /\b(?:a|per) second\b/giu],
  [1 / 1440, /(?<!\p{L})(?:every minute|each minute)(?!\p{L})|每分钟/giu, /\b(?:a|per) minute\b/giu],
  [1 / 24, /(?<!\p{L})(?:hourly|every hour|each hour)(?!\p{L})|每个?小时/giu, /\b(?:an|per) hour\b/giu],
  [1, /(?<!\p{L})(?:daily|every day|each day)(?!\p{L})|每[天日]|天天/giu, /\b(?:a|per) day\b|日均/giu],
  [
    7,
    /(?<!\p{L})(?:weekly|every week|each week)(?!\p{L})|每(?:周|个?星期|个?礼拜)(?![一二三四五六日天末])/giu,
    /\b(?:a|per) week\b/giu,
  ],
  [30, /(?<!\p{L})(?:monthly|every month|each month)(?!\p{L})|每个?月/giu, /\b(?:a|per) month\b/giu],
  [
    365,
    /(?<!\p{L})(?:yearly|annually|every year|each year)(?!\p{L})|每年|逐年/giu,
    /\b(?:a|per) year\b|年度/giu,
  ],
]
const PAIR = /(?<!\p{L})(?:both|a pair of)(?!\p{L})|双方|双(?=[侧边手眼向])|两(?=[侧边端者方])/giu

/**
 * Finds all quantities of a text: numbers with their units, dates, shares.
 *
 * @param text NFKC, simplified characters
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = findDates(text)
  const isFree = (start: number, end: number) =>
    found.every(
      (other) => end <= other.start || start >= other.end || (start === other.start && !dated.has(other)),
    )
  const dated = new Set(found)
  const add = (quantity: Quantity) => {
    if (isFree(quantity.start, quantity.end)) found.push(quantity)
  }
  for (const quantity of shares(text)) add(quantity)
  for (const numeral of findNumerals(text)) {
    if (!isFree(numeral.start, numeral.end)) continue
    const quantity = measured(numeral, text)
    if (quantity !== undefined) add(quantity)
  }
  return found.sort((a, b) => a.start - b.start)
}

function* shares(text: string): Generator<Quantity> {
  const at = (match: RegExpExecArray, dimension: Quantity['dimension'], value: number): Quantity => ({
    dimension,
    value,
    factor: 1,
    said: 'outright',
    start: match.index,
    end: match.index + match[0].length,
  })
  for (const match of text.matchAll(CHINESE_FRACTION)) {
    const [below, above] = [match[1], match[2]].map((part = '') => findNumerals(part)[0]?.value ?? Number.NaN)
    yield at(match, 'ratio', (above ?? 0) / (below ?? 1))
  }
  for (const match of text.matchAll(
    /百分之\s?([零一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?|\d+(?:\.\d+)?)/gu,
  ))
    yield at(match, 'ratio', (findNumerals(match[1] ?? '')[0]?.value ?? Number.NaN) / 100)
  for (const match of text.matchAll(TENTHS)) {
    const [tenths = 0, hundredths = 0] = [match[1], match[2]].map(
      (part) => (part && findNumerals(part)[0]?.value) || 0,
    )
    yield at(match, 'ratio', tenths / 10 + hundredths / 100)
  }
  for (const match of text.matchAll(ENGLISH_FRACTION)) {
    const part =
      match[2]
        ?.toLowerCase()
        .replace(/^halves$/, 'half')
        .replace(/s$/, '') ?? ''
    const above = Math.max(1, NUMERATORS.indexOf(match[1]?.toLowerCase() ?? ''))
    yield at(match, 'ratio', above / (FRACTION_WORDS[part] ?? 1))
  }
  for (const match of [...text.matchAll(ENGLISH_HALF), ...text.matchAll(HALF_OF_ALL)])
    yield at(match, 'ratio', 0.5)
  for (const match of text.matchAll(HALF_UNIT)) {
    const unit = unitAt(text.slice(match.index + match[0].length).replace(/^个(?=小时|钟头)/, ''))
    if (unit) {
      const { start, end } = { start: match.index, end: match.index + match[0].length + unit.length }
      yield {
        dimension: unit.dimension,
        value: unit.factor / 2,
        factor: unit.factor,
        said: 'outright',
        start,
        end,
      }
    }
  }
  for (const match of text.matchAll(SOME)) {
    const at = match.index + match[0].length
    const [counter = ''] = /^个(?!月)/u.exec(text.slice(at)) ?? []
    const unit = unitAt(text.slice(at + counter.length))
    if (unit === undefined) continue
    const { dimension, factor } = unit
    const end = at + counter.length + unit.length
    yield { dimension, value: Number.NaN, factor, said: 'some', start: match.index, end }
  }
  for (const [days, firmly, loosely] of FREQUENCIES) {
    for (const match of text.matchAll(firmly)) yield at(match, 'frequency', days)
    for (const match of text.matchAll(loosely)) yield { ...at(match, 'frequency', days), said: 'implied' }
  }
  for (const match of text.matchAll(DOUBLE)) yield at(match, 'times', 2)
  for (const match of text.matchAll(PAIR)) yield { ...at(match, 'count', 2), said: 'implied' }
}

/** A numeral with its unit, if it counts or measures anything. */
function measured(numeral: Numeral, text: string): Quantity | undefined {
  const { value, start, digits, ordinal } = numeral
  if (!digits && NO_NUMBER.test(text.slice(start))) return undefined
  const plain = { value, factor: 1, said: 'outright' as const, start, end: numeral.end }
  if (ordinal && /^[ -]centur(?:y|ies)/i.test(text.slice(numeral.end)))
    return { ...plain, dimension: 'century' }
  if (ordinal) return value < 2 ? undefined : { ...plain, dimension: 'ordinal' }
  const before = text.slice(Math.max(0, start - 6), start)
  if (/(?:\bage[ds]?(?: of)?|\bover the age of) $/i.test(text.slice(Math.max(0, start - 16), start)))
    return { ...plain, dimension: 'age', value: value * 12, factor: 12 }
  const currency = currencyBefore(before)
  if (currency !== undefined) return { ...plain, dimension: currency }
  const [between = ''] = BETWEEN.exec(text.slice(numeral.end)) ?? []
  const at = numeral.end + between.length
  const unit = unitAt(text.slice(at)) ?? minutesAt(text.slice(at), before) ?? unitBehindNext(text.slice(at))
  if (unit !== undefined) {
    const end = at + unit.length
    const isHalfMore = /半|half/iu.test(between) || text[end] === '半'
    const scale = /摄氏$/.test(before) ? 'celsius' : /华氏$/.test(before) ? 'fahrenheit' : unit.dimension
    return {
      dimension: scale,
      value: (value + (isHalfMore ? 0.5 : 0)) * unit.factor,
      factor: unit.factor,
      said: value === 1 && !digits && !isHalfMore ? 'one' : 'outright',
      start,
      end,
    }
  }
  // 一个, "one of them": an article rather than a number.
  if (value <= 1 && !digits) return undefined
  const isWritten = digits || /\p{Script=Latin}/u.test(text[start] ?? '')
  const isLongNumeral = numeral.end - start > 1
  if (!isWritten && !isLongNumeral && !CLASSIFIER.test(text.slice(numeral.end))) return undefined
  const isYear = digits && /^(1\d|20)\d{2}$/.test(text.slice(start, numeral.end))
  return { ...plain, dimension: isYear ? 'year' : 'count' }
}

/** 三个半小时, 四十多美元, three and a half hours: what may stand between a number and its unit. */
const BETWEEN =
  /^(?:\s?[多余来几])?(?: and a half)?(?:个半|半个|个)?(?=小时|钟头|星期|礼拜)|^(?:\s?[多余来几])?(?: and a half)?/iu

/** "twelve or thirteen years", 三到五周: the unit stands behind the second number and belongs to the first as well. */
function unitBehindNext(text: string): FoundUnit | undefined {
  const [join] = /^\s?(?:or|to|and|[-–~至到或、,](?=[^,]{1,4}))\s?/u.exec(text) ?? []
  if (join === undefined) return undefined
  const rest = text.slice(join.length, join.length + 40)
  const next = findNumerals(rest).find(({ start }) => start === 0)
  const unit = next && unitAt(rest.slice(next.end))
  return unit && { ...unit, length: 0 }
}

/** 分 is a minute behind an hour; elsewhere a point, a part, a mark. */
function minutesAt(text: string, before: string): FoundUnit | undefined {
  return text.startsWith('分') && /(?:小时|钟头|时|点)[又零]?$/u.test(before)
    ? { dimension: 'seconds', factor: 60, length: 1 }
    : undefined
}
