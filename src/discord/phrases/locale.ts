import type { Language } from '../../domain/language.ts'
import type { AskRequest } from '../../domain/question.ts'

/** The language of Footnote that is nearest to a locale of Discord's, e.g. `zh-TW`, `en-GB`, `fr`. */
export function languageOfLocale(locale: string | undefined): Language {
  if (locale === 'zh-TW') return 'zh-Hant'
  if (locale === 'zh-CN') return 'zh-Hans'
  return 'en'
}

/**
 * What a locale tells of the asker's language. English tells nothing: it is what a server has for which nobody chose
 * another, and what locales are taken for that we do not have.
 */
export function readerOf(locale: string | undefined): Pick<AskRequest, 'readerLanguage'> {
  const language = languageOfLocale(locale)
  return language === 'en' ? {} : { readerLanguage: language }
}
