import type { Language } from '../../domain/language.ts'
import { english } from './english.ts'
import type { Phrases } from './phrases.ts'
import { simplifiedChinese } from './simplified-chinese.ts'
import { traditionalChinese } from './traditional-chinese.ts'

const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: english,
  'zh-Hant': traditionalChinese,
  'zh-Hans': simplifiedChinese,
}

export function phrasesFor(language: Language): Phrases {
  return PHRASES[language]
}
