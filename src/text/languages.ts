import type { Language } from '../domain/language.ts'
import { normalise } from './normalise.ts'
import { ENGLISH_STOP_WORDS } from './stop-words.ts'

const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /\p{Script=Latin}+/gu

/**
 * Simplified characters that are traditional ones as well (里, 表, 同, 出 …): of their uses in CC-CEDICT, one in five or
 * more is in a traditional spelling. They decide nothing.
 */
const SHARED = new Set(
  '私胄即咤戯拼挨扇教既查棁椝凌沄抵酸皂真睾硅砹埼籼䇲弦彩苔酰霡鞲出合吃核家同群修糖旗克症峰床玩噪暗千板溪曲伙冬念才佛局秋沾' +
    '梁累朱矩旋糊唇棋向抬拐娘席狸泛污刮回杯布溯岩表巨逾升致困搜托折扣呆胡札灶蒙幸戚蓑哄俊志栗挲僵璇捆庵芸挽飧吊恤面痴里扎捍吁粽' +
    '膻糍周秘松注漓蔑御蘖沈欲咽系卷制雕谷卜舍愈霉岳昆苧只奸檐占雇叁熏蔂咨咸辟斗征姜腌台凶泄虱厘冢朴夸祢踊丑采范棱淀跖游佣喂干',
)

type Script = 'traditional' | 'simplified' | undefined

/** Scripts of the characters met so far; a few thousand make up nearly all texts. */
const knownScripts = new Map<string, Script>()

/** Which of the two scripts a Han character belongs to, if to one only. */
function scriptOf(character: string): Script {
  if (!knownScripts.has(character)) knownScripts.set(character, findScript(character))
  return knownScripts.get(character)
}

function findScript(character: string): Script {
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
 * The language a person writes in: English where its function words carry the sentence, otherwise Chinese in the script
 * that most of its tell-tale characters belong to. Text that shows neither script is `fallback`, Chinese never English.
 */
export function detectLanguage(text: string, fallback: Language = 'zh-Hant'): Language {
  const characters = text.match(HAN) ?? []
  if (characters.length === 0) return /\p{Script=Latin}/u.test(text) ? 'en' : fallback
  const functionWords = (text.toLowerCase().match(LATIN_WORD) ?? []).filter((word) =>
    ENGLISH_STOP_WORDS.has(word),
  )
  // Function words tell a sentence of English that quotes a Chinese word from Chinese about a list of names.
  if (2 * functionWords.length >= characters.length) return 'en'
  let balance = 0
  for (const character of characters) {
    const script = scriptOf(character)
    if (script === 'traditional') balance++
    if (script === 'simplified') balance--
  }
  if (balance === 0) return fallback === 'en' ? 'zh-Hant' : fallback
  return balance > 0 ? 'zh-Hant' : 'zh-Hans'
}

/** How many Chinese characters a text has. */
export function countHan(text: string): number {
  return text.match(HAN)?.length ?? 0
}
