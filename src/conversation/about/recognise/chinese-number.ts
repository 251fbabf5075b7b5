const DIGITS = '一二三四五六七八九'

/** A number below a hundred in Chinese numerals or digits, as a regular expression. */
export const CHINESE_NUMBER = `(?:[${DIGITS}两]?十[${DIGITS}]?|[${DIGITS}两]|\\d{1,3})`

/** @param number as {@link CHINESE_NUMBER} has it, in simplified characters */
export function chineseNumber(number: string): number {
  if (/^\d/.test(number)) return Number(number)
  const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['', number]
  const digit = (character: string) => (character === '两' ? 2 : DIGITS.indexOf(character) + 1)
  const ten = number.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0
  return ten + (ones === '' ? 0 : digit(ones))
}
