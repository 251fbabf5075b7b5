import type { Language } from '../../domain/language.ts'

const LONGEST_TITLE = 80

/** The title of an article as it stands in a sentence, in quotation marks. */
export function quotedTitle(title: string, language: Language): string {
  const characters = [...title.replace(/\s+/g, ' ').trim()]
  const short =
    characters.length > LONGEST_TITLE
      ? `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`
      : characters.join('')
  return language === 'en' ? `“${short}”` : `《${short}》`
}

const SEVERAL: Readonly<Record<Language, (count: number) => string>> = {
  'zh-Hant': (count) => `這 ${count} 篇文章`,
  'zh-Hans': (count) => `这 ${count} 篇文章`,
  en: (count) => `these ${count} articles`,
}

/** What can be asked about: the only article by its title, several by their number. */
export function subjectOf(
  titles: { readonly count: number; readonly first: string },
  language: Language,
): string {
  return titles.count === 1 ? quotedTitle(titles.first, language) : SEVERAL[language](titles.count)
}
