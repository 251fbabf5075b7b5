import type { Language } from '../domain.ts'

/** The language of Footnote that is nearest to a locale of Discord's, e.g. `zh-TW`, `en-GB`, `fr`. */
export function languageOfLocale(locale: string | undefined): Language {
  if (locale === 'zh-TW') return 'zh-Hant'
  if (locale === 'zh-CN') return 'zh-Hans'
  return 'en'
}

/**
 * The language to speak in about a text whose answer is not known yet. Han letters alone do not tell the two scripts
 * apart, so the locale of the reader decides between them.
 */
export function languageOfText(text: string, locale?: string): Language {
  if (!/\p{Script=Han}/u.test(text)) return 'en'
  return locale === 'zh-CN' ? 'zh-Hans' : 'zh-Hant'
}
