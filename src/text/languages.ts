import type { Language } from '../domain.ts'
import { normalise } from './normalise.ts'

const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /\p{Script=Latin}{2,}/gu

/** Simplified characters that are common traditional ones as well (里, 面, 台, 只 …): they decide nothing. */
const SHARED = new Set('里面干只台余系制准松谷斗丑才冲出范划回家困了蒙千秋曲舍郁御折征致注')

/** Which of the two scripts a Han character belongs to, if to one only. */
function scriptOf(character: string): 'traditional' | 'simplified' | undefined {
  // In this order: 么 is what 麼 becomes, and a rare traditional character too.
  if (simplifiedForms().has(character)) return 'simplified'
  return normalise(character) === character ? undefined : 'traditional'
}

let simplified: Set<string> | undefined

/** Everything that a traditional character becomes, except what is a traditional character as well. */
function simplifiedForms(): Set<string> {
  if (simplified === undefined) {
    const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i))
    // In one call, spaced so that no two of them make a word: a call for each takes a hundred times as long.
    const converted = normalise(characters.join(' ')).split(' ')
    simplified = new Set(converted.filter((form, i) => form !== characters[i] && !SHARED.has(form)))
  }
  return simplified
}

/**
 * The language a person writes in: English where Latin words far outnumber Han characters, otherwise Chinese in the script
 * that most of its tell-tale characters belong to. Text that shows neither script is `fallback`.
 */
export function detectLanguage(text: string, fallback: Language = 'zh-Hant'): Language {
  const characters = text.match(HAN) ?? []
  if (characters.length === 0) return /\p{Script=Latin}/u.test(text) ? 'en' : fallback
  const words = text.match(LATIN_WORD) ?? []
  // A sentence of English that quotes a Chinese word stays English; Chinese about a list of names stays Chinese.
  if (words.length > 2 * characters.length) return 'en'
  let balance = 0
  for (const character of characters) {
    const script = scriptOf(character)
    if (script === 'traditional') balance++
    if (script === 'simplified') balance--
  }
  if (balance === 0) return fallback
  return balance > 0 ? 'zh-Hant' : 'zh-Hans'
}
