import type { Language } from '../../../domain/language.ts'
import { english } from './english.ts'
import type { PageWords } from './page-words.ts'
import { simplifiedChinese } from './simplified-chinese.ts'
import { traditionalChinese } from './traditional-chinese.ts'

const WORDS: Readonly<Record<Language, PageWords>> = {
  'zh-Hant': traditionalChinese,
  'zh-Hans': simplifiedChinese,
  en: english,
}

export function pageWords(language: Language): PageWords {
  return WORDS[language]
}
