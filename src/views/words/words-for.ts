import type { Language } from '../../domain/language.ts'
import type { AnswerWords } from './answer-words.ts'
import { english } from './english.ts'
import { simplifiedChinese } from './simplified-chinese.ts'
import { traditionalChinese } from './traditional-chinese.ts'

const WORDS: Readonly<Record<Language, AnswerWords>> = {
  'zh-Hant': traditionalChinese,
  'zh-Hans': simplifiedChinese,
  en: english,
}

export function answerWords(language: Language): AnswerWords {
  return WORDS[language]
}

/** The language that we have which is nearest to a BCP 47 tag, e.g. `zh-TW`, `en-GB`; undefined for any other. */
export function nearestLanguage(tag: string): Language | undefined {
  const lower = tag.toLowerCase()
  if (/^en(-|$)/.test(lower)) return 'en'
  if (!/^zh(-|$)/.test(lower)) return undefined
  if (/-hans\b/.test(lower)) return 'zh-Hans'
  return /-(hant|tw|hk|mo)\b/.test(lower) ? 'zh-Hant' : 'zh-Hans'
}
