import type { AskRequest, Language } from '../../domain.ts'
import { detectLanguage } from '../../text/languages.ts'

/** A turn of fewer words says little about the language that somebody speaks: ok, thx, lol. */
const FEW_WORDS = 2

/**
 * The language of a turn; of one that is too short to tell (👍, ok) that of the conversation before it, else of the
 * articles.
 *
 * @param ofArticles BCP 47 tag or undefined, as the first article declares it
 */
export function turnLanguage(
  { question, history = [] }: Pick<AskRequest, 'question' | 'history'>,
  ofArticles: string | undefined,
): Language {
  const isHan = /\p{Script=Han}/u.test(question)
  const words = question.match(/\p{L}+/gu)?.length ?? 0
  const spoken = history.filter(({ role }) => role === 'user').map(({ content }) => content.slice(0, 400))
  const before = spoken.findLast(
    (content) => /\p{Script=Han}/u.test(content) || (content.match(/\p{L}+/gu)?.length ?? 0) > FEW_WORDS,
  )
  if (before !== undefined) {
    const spokenLanguage = detectLanguage(before)
    if (!isHan && words <= FEW_WORDS) return spokenLanguage
    return detectLanguage(question, spokenLanguage === 'en' ? ofChinese(ofArticles) : spokenLanguage)
  }
  return words === 0 ? detectOf(ofArticles) : detectLanguage(question, ofChinese(ofArticles))
}

function detectOf(tag: string | undefined): Language {
  return tag !== undefined && !/^zh/i.test(tag) ? 'en' : ofChinese(tag)
}

function ofChinese(tag: string | undefined): 'zh-Hant' | 'zh-Hans' {
  return /^zh-(hans|cn|sg)/i.test(tag ?? '') ? 'zh-Hans' : 'zh-Hant'
}
