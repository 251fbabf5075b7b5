import type { Language } from '../../domain.ts'

/** The language of Footnote that is nearest to a locale of Discord's, e.g. `zh-TW`, `en-GB`, `fr`. */
export function languageOfLocale(locale: string | undefined): Language {
  if (locale === 'zh-TW') return 'zh-Hant'
  if (locale === 'zh-CN') return 'zh-Hans'
  return 'en'
}
