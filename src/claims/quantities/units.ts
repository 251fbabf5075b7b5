/** What is counted or measured. Quantities of different dimensions never say the same. */
export type Dimension =
  | 'count'
  | 'ordinal'
  | 'year'
  | 'decade'
  | 'century'
  | 'month'
  | 'day'
  | 'weekday'
  | 'clock'
  | 'ratio'
  | 'times'
  | 'age'
  /** In days. */
  | 'frequency'
  | Measure

/** Dimensions with units that are converted: days into seconds, years into months, metres, grams … */
type Measure =
  | 'seconds'
  | 'months'
  | 'metres'
  | 'square-metres'
  | 'grams'
  | 'litres'
  | 'celsius'
  | 'fahrenheit'
  | 'degrees'
  | 'watts'
  | 'watt-hours'
  | 'bytes'
  | 'bits'
  | 'hertz'
  | 'decibels'
  | Currency

type Currency = 'USD' | 'EUR' | 'GBP' | 'JPY' | 'CNY' | 'TWD' | 'HKD' | 'yuan'

interface Unit {
  readonly dimension: Dimension
  /** How much of the dimension's own unit it is. */
  readonly factor: number
  /** The short forms are cased: `5 M` is not five metres. */
  readonly forms: readonly string[]
}

const DAY = 86_400

/** Simplified Chinese forms, English ones in the singular, and symbols. */
const UNITS: readonly Unit[] = [
  { dimension: 'seconds', factor: 1, forms: ['秒钟', '秒', 'second', 'sec', 's'] },
  { dimension: 'seconds', factor: 0.001, forms: ['毫秒', 'millisecond', 'ms'] },
  { dimension: 'seconds', factor: 60, forms: ['分钟', 'minute', 'min'] },
  { dimension: 'seconds', factor: 3600, forms: ['小时', '钟头', 'hour', 'hr', 'h'] },
  { dimension: 'seconds', factor: DAY, forms: ['天', '日', 'day'] },
  { dimension: 'seconds', factor: 7 * DAY, forms: ['周', '星期', '礼拜', 'week'] },
  { dimension: 'seconds', factor: 14 * DAY, forms: ['fortnight'] },
  { dimension: 'months', factor: 1, forms: ['个月', 'month'] },
  { dimension: 'months', factor: 3, forms: ['季度', 'quarter'] },
  { dimension: 'months', factor: 12, forms: ['年', '周年', 'year', 'yr'] },
  {
    dimension: 'age',
    factor: 12,
    forms: ['周岁', '岁', 'years old', 'year old', 'year-old', 'years of age'],
  },
  { dimension: 'months', factor: 120, forms: ['decade'] },
  { dimension: 'metres', factor: 1, forms: ['米', '公尺', 'metre', 'meter', 'm'] },
  { dimension: 'metres', factor: 1000, forms: ['公里', '千米', 'kilometre', 'kilometer', 'km'] },
  { dimension: 'metres', factor: 0.01, forms: ['厘米', '公分', 'centimetre', 'centimeter', 'cm'] },
  { dimension: 'metres', factor: 0.001, forms: ['毫米', '公厘', 'millimetre', 'millimeter', 'mm'] },
  { dimension: 'metres', factor: 1609.344, forms: ['英里', 'mile'] },
  { dimension: 'metres', factor: 0.3048, forms: ['英尺', 'foot', 'feet', 'ft'] },
  { dimension: 'metres', factor: 0.0254, forms: ['英寸', 'inch', 'inche'] },
  { dimension: 'metres', factor: 0.9144, forms: ['码', 'yard'] },
  {
    dimension: 'square-metres',
    factor: 1,
    forms: ['平方米', '平方公尺', '平米', 'square metre', 'square meter', 'm²'],
  },
  {
    dimension: 'square-metres',
    factor: 1e6,
    forms: ['平方公里', '平方千米', 'square kilometre', 'square kilometer', 'km²'],
  },
  { dimension: 'square-metres', factor: 1e4, forms: ['公顷', 'hectare'] },
  { dimension: 'square-metres', factor: 4046.86, forms: ['英亩', 'acre'] },
  { dimension: 'grams', factor: 1, forms: ['克', '公克', 'gram', 'gramme', 'g'] },
  { dimension: 'grams', factor: 0.001, forms: ['毫克', 'milligram', 'mg'] },
  { dimension: 'grams', factor: 1000, forms: ['公斤', '千克', 'kilogram', 'kilo', 'kg'] },
  { dimension: 'grams', factor: 500, forms: ['斤'] },
  { dimension: 'grams', factor: 1e6, forms: ['吨', '公吨', 'tonne', 'ton'] },
  { dimension: 'grams', factor: 453.592, forms: ['磅', 'lb'] },
  { dimension: 'grams', factor: 28.3495, forms: ['盎司', 'ounce', 'oz'] },
  { dimension: 'litres', factor: 1, forms: ['升', '公升', 'litre', 'liter', 'l', 'L'] },
  { dimension: 'litres', factor: 0.001, forms: ['毫升', 'millilitre', 'milliliter', 'ml', 'mL'] },
  { dimension: 'litres', factor: 3.78541, forms: ['加仑', 'gallon'] },
  {
    dimension: 'celsius',
    factor: 1,
    forms: ['摄氏度', 'degrees celsius', 'degrees centigrade', 'celsius', '°C', '℃'],
  },
  { dimension: 'fahrenheit', factor: 1, forms: ['华氏度', 'degrees fahrenheit', 'fahrenheit', '°F', '℉'] },
  { dimension: 'degrees', factor: 1, forms: ['度', 'degree', '°'] },
  { dimension: 'watts', factor: 1, forms: ['瓦特', '瓦', 'watt', 'W'] },
  { dimension: 'watts', factor: 1e3, forms: ['千瓦', 'kilowatt', 'kW'] },
  { dimension: 'watts', factor: 1e6, forms: ['兆瓦', 'megawatt', 'MW'] },
  {
    dimension: 'watt-hours',
    factor: 1e3,
    forms: ['度电', '千瓦时', 'kilowatt-hour', 'kilowatt hour', 'kWh'],
  },
  { dimension: 'bytes', factor: 1, forms: ['字节', '位元组', 'byte'] },
  { dimension: 'bytes', factor: 1e3, forms: ['千字节', 'kilobyte', 'KB', 'kB', 'KiB'] },
  { dimension: 'bytes', factor: 1e6, forms: ['兆字节', 'megabyte', 'MB', 'MiB'] },
  { dimension: 'bytes', factor: 1e9, forms: ['吉字节', 'gigabyte', 'GB', 'GiB'] },
  { dimension: 'bytes', factor: 1e12, forms: ['太字节', 'terabyte', 'TB', 'TiB'] },
  { dimension: 'bits', factor: 1, forms: ['比特', '位元', 'bit'] },
  { dimension: 'hertz', factor: 1, forms: ['赫兹', '赫', 'hertz', 'Hz'] },
  { dimension: 'hertz', factor: 1e6, forms: ['兆赫', 'megahertz', 'MHz'] },
  { dimension: 'hertz', factor: 1e9, forms: ['吉赫', 'gigahertz', 'GHz'] },
  { dimension: 'decibels', factor: 1, forms: ['分贝', 'decibel', 'dB'] },
  {
    dimension: 'ratio',
    factor: 0.01,
    forms: ['%', '个百分点', '百分点', 'percent', 'per cent', 'percentage point'],
  },
  { dimension: 'ratio', factor: 0.1, forms: ['成'] },
  { dimension: 'times', factor: 1, forms: ['倍', 'fold'] },
  { dimension: 'USD', factor: 1, forms: ['美元', '美金', 'us dollar', 'dollar', 'USD', 'usd'] },
  { dimension: 'EUR', factor: 1, forms: ['欧元', 'euro', 'EUR'] },
  { dimension: 'GBP', factor: 1, forms: ['英镑', 'pound', 'GBP'] },
  { dimension: 'JPY', factor: 1, forms: ['日元', '日圆', 'yen', 'JPY'] },
  { dimension: 'HKD', factor: 1, forms: ['港元', '港币', 'hong kong dollar', 'HKD'] },
  { dimension: 'TWD', factor: 1, forms: ['新台币', '台币', 'new taiwan dollar', 'TWD'] },
  { dimension: 'CNY', factor: 1, forms: ['人民币', 'yuan', 'renminbi', 'rmb', 'CNY', 'RMB'] },
  { dimension: 'yuan', factor: 1, forms: ['元', '块钱', '圆'] },
]

/** What stands before a sum, longest first. */
const PREFIXES: readonly (readonly [string, Currency])[] = [
  ['新台币', 'TWD'],
  ['人民币', 'CNY'],
  ['美金', 'USD'],
  ['港币', 'HKD'],
  ['US$', 'USD'],
  ['NT$', 'TWD'],
  ['HK$', 'HKD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'yuan'],
]

const byForm = new Map<string, Unit>(UNITS.flatMap((unit) => unit.forms.map((form) => [form, unit] as const)))
const escaped = (form: string) => form.replace(/[$.*+?^()[\]{}|\\/]/g, '\\$&')
const spelt = [...byForm.keys()].filter((form) => /^[a-z][a-z -]{2,}$/.test(form))
const symbols = [...byForm.keys()].filter((form) => !spelt.includes(form))
const longestFirst = (forms: readonly string[]) => [...forms].sort((a, b) => b.length - a.length).map(escaped)
const SPELT = new RegExp(String.raw`^[\s-]?(${longestFirst(spelt).join('|')})s?(?!\p{Script=Latin})`, 'iu')
const SYMBOL = new RegExp(
  String.raw`^\s?[-]?(?:(${longestFirst(symbols.filter((form) => /\p{Script=Latin}$/u.test(form))).join('|')})(?!\p{Script=Latin})|(${longestFirst(symbols.filter((form) => !/\p{Script=Latin}$/u.test(form))).join('|')}))`,
  'u',
)

export interface FoundUnit {
  readonly dimension: Dimension
  readonly factor: number
  /** Length of what it is written in, in UTF-16 code units. */
  readonly length: number
}

/** The unit that a text begins with, behind a space or a hyphen at most. */
export function unitAt(text: string): FoundUnit | undefined {
  const spelled = SPELT.exec(text)
  const match = spelled ?? SYMBOL.exec(text)
  if (match === null) return undefined
  const form = spelled ? (match[1] ?? '').toLowerCase() : (match[1] ?? match[2] ?? '')
  const unit = byForm.get(form)
  return unit && { dimension: unit.dimension, factor: unit.factor, length: match[0].length }
}

/** The currency that a text ends with. */
export function currencyBefore(text: string): Currency | undefined {
  const end = text.trimEnd()
  return PREFIXES.find(([prefix]) => end.endsWith(prefix))?.[1]
}
