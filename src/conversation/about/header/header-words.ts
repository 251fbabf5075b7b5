import type { Article } from '../../../domain/article.ts'
import type { Language } from '../../../domain/language.ts'
import { detectLanguage } from '../../../text/languages.ts'
import type { ArticleLength } from './article-length.ts'

/** Labels of a header, with what divides them from the value. */
export interface HeaderWords {
  readonly author: string
  readonly date: string
  readonly url: string
  readonly length: string
  lengthOf(length: ArticleLength): string
}

const count = (value: number) => value.toLocaleString('en-US')

export const HEADER_WORDS: Readonly<Record<Language, HeaderWords>> = {
  'zh-Hant': {
    author: '作者:',
    date: '日期:',
    url: '出處:',
    length: '篇幅:',
    lengthOf: ({ sections, paragraphs, hanCharacters, words, minutes }) =>
      `${sections > 0 ? `${sections} 節,` : ''}${paragraphs} 段,${count(hanCharacters + words)} 字,約 ${minutes} 分鐘讀完`,
  },
  'zh-Hans': {
    author: '作者:',
    date: '日期:',
    url: '出处:',
    length: '篇幅:',
    lengthOf: ({ sections, paragraphs, hanCharacters, words, minutes }) =>
      `${sections > 0 ? `${sections} 节,` : ''}${paragraphs} 段,${count(hanCharacters + words)} 字,约 ${minutes} 分钟读完`,
  },
  en: {
    author: 'Author: ',
    date: 'Date: ',
    url: 'First published: ',
    length: 'Length: ',
    lengthOf: ({ sections, paragraphs, hanCharacters, words, minutes }) => {
      const amount = hanCharacters > words ? some(hanCharacters + words, 'character') : some(words, 'word')
      const parts = [some(sections, 'section'), some(paragraphs, 'paragraph'), amount]
      return `${parts.slice(sections > 0 ? 0 : 1).join(', ')}, about ${some(minutes, 'minute')} to read`
    },
  },
}

function some(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** The language of an article's header: the one that it declares, else that of its title and first words. */
export function headerLanguage({ language, title, paragraphs }: Article): Language {
  const tag = (language ?? '').toLowerCase()
  if (/^zh/.test(tag)) return /hans|cn|sg|my/.test(tag) ? 'zh-Hans' : 'zh-Hant'
  if (tag !== '') return 'en'
  return detectLanguage(`${title}\n${paragraphs[0]?.text.slice(0, 500) ?? ''}`)
}
