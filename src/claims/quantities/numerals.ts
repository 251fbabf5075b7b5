/** A number as it is written, and what it counts to. Positions are in UTF-16 code units. */
export interface Numeral {
  readonly value: number
  readonly start: number
  readonly end: number
  /** Written as an ordinal: third, 21st, 第三. */
  readonly ordinal: boolean
  /** Written in digits, which are never part of another word. */
  readonly digits: boolean
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const HAN_STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }

const SMALL_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SMALL_ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const TEN_ORDINALS = TENS.map((word) => word.replace(/y$/, 'ieth'))
const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
}

const WORD_VALUES = new Map<string, number>([
  ...SMALL_WORDS.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, 20 + 10 * at] as const),
])
const ORDINAL_VALUES = new Map<string, number>([
  ...SMALL_ORDINALS.map((word, value) => [word, value] as const),
  ...TEN_ORDINALS.map((word, at) => [word, 20 + 10 * at] as const),
])

/** Two digits in a row that are next to each other leave open which is meant. */
const NEIGHBOURS =
  /(?<![零〇一二两三四五六七八九])(?:([一二两三四五六七八])(?<=一(?=二)|[二两](?=三)|三(?=四)|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))[二三四五六七八九])$/u

const alternatives = (words: Iterable<string>) => [...words].join('|')
const CARDINAL = alternatives([...WORD_VALUES.keys()].sort((a, b) => b.length - a.length))
const ORDINAL = alternatives([...ORDINAL_VALUES.keys()].sort((a, b) => b.length - a.length))
const MAGNITUDE = alternatives(Object.keys(MAGNITUDES))

/** Chinese steps that count, and are not part of a unit (千瓦, 兆字节, 百分). */
const HAN_STEP = '[十万亿]|百(?![分帕])|千(?![瓦克米卡赫伏帕]|字节)|兆(?![瓦赫位帕A-Za-z]|字节|比特)'
/** Digits with what follows them at once: thousands, decimals, a magnitude in Chinese, English or a letter. */
const IN_DIGITS = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{N}_.]|\p{Script=Latin}-)(\d{1,3}(?:,\d{3,4})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)(?:(st|nd|rd|th)(?!\p{Script=Latin})|[^\S\n]?((?:${HAN_STEP})+)|[^\S\n-]?(hundred|thousand|million|billion|trillion|bn|mn)s?(?!\p{Script=Latin})|([kKMB])(?![\p{Script=Latin}\p{N}]))?`,
  'gu',
)
const IN_HAN = new RegExp(
  `第?(?<![数几好])(?:[零〇一二两三四五六七八九]|${HAN_STEP})+(?:点[零〇一二三四五六七八九]+)?`,
  'gu',
)
const ONE = `(?:(?:${alternatives(TENS)})(?:[- ](?:${alternatives(SMALL_WORDS.slice(1, 10))}))?|${CARDINAL})`
/** `two hundred`, `a dozen`, `half a million`, `five hundred thousand` */
const GREAT = `(?:${ONE}|half an?|an?)(?:[ -](?:${MAGNITUDE})s?)+`
/** What joins on behind a hundred or a thousand: `two hundred and five`. */
const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${GREAT})(?: (?:and )?${GREAT})*(?: (?:and )?${ONE})?|${ONE}|(?:(?:${alternatives(TENS)})-)?(?:${ORDINAL})|(?:${MAGNITUDE}))(?!\p{L})`,
  'giu',
)

/**
 * Finds the numbers of a text, in digits, in Chinese numerals and in English words, with their magnitudes: 460亿 and 46
 * billion are the same. Years and other units are not looked at.
 *
 * @param text NFKC, simplified characters
 */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = []
  for (const match of text.matchAll(IN_DIGITS)) {
    const [whole, digits = '', ordinal, han, english, letter] = match
    const value = Number(digits.replaceAll(',', '')) * magnitudeOf(han, english, letter)
    const end = match.index + whole.length
    found.push({ value, start: match.index, end, ordinal: ordinal !== undefined, digits: true })
  }
  const isTaken = (start: number, end: number) =>
    found.some((other) => start < other.end && end > other.start)
  for (const match of text.matchAll(IN_HAN)) {
    if (isTaken(match.index, match.index + match[0].length)) continue
    const [written] = match
    const numeral = {
      start: match.index,
      end: match.index + written.length,
      ordinal: written.startsWith('第'),
      digits: false,
    }
    const number = written.replace('第', '')
    found.push({ ...numeral, value: hanValue(number) })
    // 十二三 is twelve or thirteen, 两三 two or three.
    const less = NEIGHBOURS.exec(number)?.[1]
    if (less !== undefined) found.push({ ...numeral, value: hanValue(number.slice(0, -2) + less) })
  }
  for (const match of text.matchAll(IN_WORDS)) {
    const [words] = match
    const value = englishValue(words.toLowerCase())
    if (isTaken(match.index, match.index + words.length)) continue
    found.push({ ...value, start: match.index, end: match.index + words.length, digits: false })
  }
  return found.sort((a, b) => a.start - b.start)
}

function magnitudeOf(han = '', english = '', letter = ''): number {
  let magnitude = 1
  for (const step of han) magnitude *= HAN_STEPS[step] ?? HAN_MYRIADS[step] ?? 1
  if (english === 'bn' || letter === 'B') return 1e9
  if (english === 'mn' || letter === 'M') return 1e6
  if (letter.toLowerCase() === 'k') return 1e3
  return magnitude * (MAGNITUDES[english] ?? 1)
}

/** @param text Chinese numerals: 三亿六千万, 二〇一四, 九点八 */
function hanValue(text: string): number {
  const [whole = '', decimals] = text.split('点')
  // 二〇一四: a digit each.
  if (/^[零〇一二三四五六七八九]{2,}$/.test(whole)) {
    const digits = [...whole].map((digit) => HAN_DIGITS[digit]).join('')
    return Number(decimals === undefined ? digits : `${digits}.${hanDigits(decimals)}`)
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastStep = 1
  let lastMyriad = 0
  for (const character of whole) {
    const step = HAN_STEPS[character]
    const myriad = HAN_MYRIADS[character]
    if (step !== undefined) {
      section += (digit ?? 1) * step
      digit = undefined
      lastStep = step
    } else if (myriad !== undefined) {
      section += digit ?? 0
      if (section === 0 && total === 0) section = 1
      // 三万亿: what stands before counts in ten thousands; 三亿六千万 does not.
      total = myriad > lastMyriad ? (total + section) * myriad : total + section * myriad
      section = 0
      digit = undefined
      lastStep = myriad
      lastMyriad = myriad
    } else {
      digit = HAN_DIGITS[character]
      if (digit === 0) lastStep = 1
    }
  }
  // 一千二 is 1200, 一千零二 is 1002.
  const value = total + section + (digit ?? 0) * (lastStep > 10 ? lastStep / 10 : 1)
  return decimals === undefined ? value : Number(`${value}.${hanDigits(decimals)}`)
}

function hanDigits(text: string): string {
  return [...text].map((digit) => HAN_DIGITS[digit] ?? '').join('')
}

function englishValue(text: string): Pick<Numeral, 'value' | 'ordinal'> {
  const isHalf = /^half an? /.test(text)
  const words = text
    .replace(/^(half )?an? /, '')
    .split(/[\s-]+/)
    .filter((word) => word !== 'and' && word !== '')
  let total = 0
  let section = 0
  let ordinal = false
  for (const plural of words) {
    const word = plural.replace(/s$/, '')
    const value = WORD_VALUES.get(plural) ?? WORD_VALUES.get(word)
    const nth = ORDINAL_VALUES.get(plural) ?? ORDINAL_VALUES.get(word)
    const magnitude = MAGNITUDES[word]
    if (value !== undefined) section += value
    else if (nth !== undefined) {
      section += nth
      ordinal = true
    } else if (magnitude === 100 || magnitude === 12) section = (section || 1) * magnitude
    else if (magnitude !== undefined) {
      total += (section || 1) * magnitude
      section = 0
    }
  }
  return { value: (total + section) * (isHalf ? 0.5 : 1), ordinal }
}
