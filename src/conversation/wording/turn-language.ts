import type { Language } from '../../domain/language.ts'
import type { AskRequest } from '../../domain/question.ts'
import { detectLanguage } from '../../text/languages.ts'

/** A turn of fewer words says little about the language that somebody speaks: ok, thx, lol. */
const FEW_WORDS = 2

/**
 * The language of a turn: what its own words show; else, for its script, or where it is too short to tell (👍, ok), what the
 * conversation before it shows, what the asker reads, what the articles are written in, in this order.
 *
 * @param ofArticles BCP 47 tag or undefined, as the first article declares it
 */
export function turnLanguage(
  { question, history = [], readerLanguage }: Pick<AskRequest, 'question' | 'history' | 'readerLanguage'>,
  ofArticles: string | undefined,
): Language {
  const spoken = history.filter(({ role }) => role === 'user').map(({ content }) => content.slice(0, 400))
  const read = readerLanguage === 'en' ? undefined : readerLanguage
  const script = spoken.map(scriptOf).findLast((shown) => shown !== undefined)
  const chinese = script ?? read ?? ofChinese(ofArticles)
  if (HAN.test(question)) return detectLanguage(question, chinese)
  const words = wordsIn(question)
  const before = words > FEW_WORDS ? undefined : spoken.findLast((content) => isTelling(content))
  if (before !== undefined) return detectLanguage(before, chinese)
  return words === 0 ? (readerLanguage ?? detectOf(ofArticles)) : detectLanguage(question)
}

const HAN = /\p{Script=Han}/u

function isTelling(content: string): boolean {
  return HAN.test(content) || wordsIn(content) > FEW_WORDS
}

function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0
}

/** The script that a Chinese text shows, if any. */
function scriptOf(text: string): Language | undefined {
  const shown = detectLanguage(text, 'zh-Hant')
  return shown !== 'en' && shown === detectLanguage(text, 'zh-Hans') ? shown : undefined
}

function detectOf(tag: string | undefined): Language {
  return tag !== undefined && !/^zh/i.test(tag) ? 'en' : ofChinese(tag)
}

function ofChinese(tag: string | undefined): 'zh-Hant' | 'zh-Hans' {
  return /^zh-(hans|cn|sg)/i.test(tag ?? '') ? 'zh-Hans' : 'zh-Hant'
}
