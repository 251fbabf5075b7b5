import type { Answer } from '../domain/answer.ts'
import type { Language } from '../domain/language.ts'

/** Says that the corpus does not say. */
export const DECLINED: Readonly<Record<Language, string>> = {
  'zh-Hant': '文章沒有提到這個問題的答案。',
  'zh-Hans': '文章没有提到这个问题的答案。',
  en: 'The article does not say.',
}

/** An answer that says so. */
export function declined(answerLanguage: Language, related: Answer['related']) {
  return {
    kind: 'declined' as const,
    answered: false,
    answer: DECLINED[answerLanguage],
    citations: [],
    answerLanguage,
    answerer: 'extractive',
    related,
  }
}
