import type { Quantity } from './quantity.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
/** May is a date only where a number or a preposition says so. */
const MONTH = `(?:${MONTHS.map((name) => name[0]?.toUpperCase() + name.slice(1)).join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)(?!\\p{L})`
const DAY = '(?:[12]?\\d|3[01])(?:st|nd|rd|th)?(?!\\d)'
const YEAR = '(?:1\\d|20)\\d{2}(?!\\d)'
const HAN_NUMBER = '[零〇一二三四五六七八九十]'

/** How dates are written, in both languages; the groups are named for what they hold. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?<year>${YEAR})[-/](?<month>0?[1-9]|1[0-2])[-/](?<day>${DAY})`, 'gu'),
  new RegExp(`(?<day>${DAY}) (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?`, 'gu'),
  new RegExp(`(?<month>${MONTH}) (?<day>${DAY})(?:,? (?<year>${YEAR}))?`, 'gu'),
  new RegExp(`(?<month>${MONTH})(?:,? (?:of )?(?<year>${YEAR}))?`, 'gu'),
  new RegExp(
    `(?<year>\\d{4}|[零〇一二三四五六七八九]{4})\\s?年(?:度)?(?:\\s?(?<month>\\d{1,2}|${HAN_NUMBER}{1,2})\\s?月(?:\\s?(?<day>\\d{1,2}|${HAN_NUMBER}{1,3})\\s?[日号])?)?`,
    'gu',
  ),
  new RegExp(
    `(?<month>\\d{1,2}|${HAN_NUMBER}{1,2})\\s?月(?:\\s?(?<day>\\d{1,2}|${HAN_NUMBER}{1,3})\\s?[日号])?`,
    'gu',
  ),
]
const DECADES = /(?<![\d])((?:1\d|20)?\d0)s(?!\p{L})|(\d{2,4}|[一二三四五六七八九]十)\s?年代/gu
const CENTURIES = /第?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?世纪|(\d{1,2})(?:st|nd|rd|th)[ -]century/gu
const CHINESE_WEEKDAYS = /(?:周|星期|礼拜)([一二三四五六日天])(?![年天])/gu
const ENGLISH_WEEKDAYS = new RegExp(`(?<!\\p{L})(${WEEKDAYS.join('|')})s?(?!\\p{L})`, 'giu')
const CLOCK =
  /(?<period>上午|凌晨|清晨|早上|早晨|中午|下午|傍晚|晚上|夜里|午夜)?(?<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[点时](?!间|期|代|候)|:(?=\d\d(?!\d)))(?:(?<minute>\d{1,2}|[零〇一二三四五六七八九十]{1,3})分?|(?<half>半))?|(?<twelve>\d{1,2})(?::(?<past>\d\d))?\s?(?<meridiem>[ap])\.?m\b\.?/giu

const HAN = '零一二三四五六七八九'

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  if (plain.length > 1 && !plain.includes('十'))
    return Number([...plain].map((digit) => HAN.indexOf(digit)).join(''))
  const [tens = '', ones = ''] = plain.includes('十') ? plain.split('十') : ['零', plain]
  return (tens === '' ? 1 : HAN.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN.indexOf(ones))
}

function monthOf(text: string): number {
  const row = MONTHS.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3)))
  return row >= 0 ? row + 1 : numberOf(text)
}

/** Finds dates and times of day; each part (year, month, day) is a quantity of its own. */
export function findDates(text: string): Quantity[] {
  const found: Quantity[] = []
  const isFree = (start: number, end: number) =>
    found.every((other) => end <= other.start || start >= other.end)
  const add = (
    dimension: Quantity['dimension'],
    value: number,
    { start, end }: { start: number; end: number },
  ) => found.push({ dimension, value, factor: 1, said: 'outright', start, end })

  for (const match of text.matchAll(DECADES)) {
    const value = match[1] ?? match[2] ?? ''
    add('decade', numberOf(value) % 100, { start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(CENTURIES))
    add('century', numberOf(match[1] ?? match[2] ?? ''), {
      start: match.index,
      end: match.index + match[0].length,
    })
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (!isFree(span.start, span.end)) continue
      const { year, month, day } = match.groups ?? {}
      if (
        /^may$/i.test(month ?? '') &&
        !day &&
        !year &&
        !/\b(in|since|by|until|from|of|to|and|last|next|early|late|mid) $/i.test(text.slice(0, span.start))
      )
        continue
      if (year) add('year', numberOf(year), span)
      if (month) add('month', monthOf(month), span)
      if (day) add('day', numberOf(day.replace(/\D+$/, (rest) => (/[a-z]/.test(rest) ? '' : rest))), span)
    }
  }
  for (const match of text.matchAll(CHINESE_WEEKDAYS))
    add('weekday', '一二三四五六日天'.indexOf(match[1] ?? '') % 7 || (match[1] === '天' ? 6 : 0), {
      start: match.index,
      end: match.index + match[0].length,
    })
  for (const match of text.matchAll(ENGLISH_WEEKDAYS))
    add('weekday', WEEKDAYS.indexOf(match[1]?.toLowerCase() ?? ''), {
      start: match.index,
      end: match.index + match[0].length,
    })
  for (const match of text.matchAll(CLOCK)) {
    const { period = '', hour, minute, half, twelve, past, meridiem } = match.groups ?? {}
    const span = { start: match.index, end: match.index + match[0].length }
    // 两点 without a time of day may be two points.
    if (!isFree(span.start, span.end) || (hour && numberOf(hour) <= 12 && !period && !minute && !half))
      continue
    const isLate = /下午|傍晚|晚上|夜里/.test(period) || meridiem?.toLowerCase() === 'p'
    const base = hour ? numberOf(hour) : Number(twelve)
    const minutes = half ? 30 : numberOf(minute ?? past ?? '0')
    add(
      'clock',
      ((base % 12) + (isLate || base > 12 || (base === 12 && period === '中午') ? 12 : 0)) * 60 + minutes,
      span,
    )
  }
  return found
}
