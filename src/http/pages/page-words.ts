import type { Language } from '../../domain.ts'

/** The few words that a page adds to an article, in the reader's language. */
export interface PageWords {
  readonly articles: string
  readonly changed: string
  readonly firstPublished: string
  paragraph(position: number): string
  paragraphs(count: number): string
}

const WORDS: Record<Language, PageWords> = {
  'zh-Hant': {
    articles: '所有文章',
    changed: '引用的段落已經改動,原來的文字已不在這裡。',
    firstPublished: '最初發表於',
    paragraph: (position) => `第 ${position} 段`,
    paragraphs: (count) => `${count} 段`,
  },
  'zh-Hans': {
    articles: '所有文章',
    changed: '引用的段落已经改动,原来的文字已不在这里。',
    firstPublished: '最初发表于',
    paragraph: (position) => `第 ${position} 段`,
    paragraphs: (count) => `${count} 段`,
  },
  en: {
    articles: 'All articles',
    changed: 'The cited paragraph has since changed; its former words are no longer here.',
    firstPublished: 'First published at',
    paragraph: (position) => `Paragraph ${position}`,
    paragraphs: (count) => (count === 1 ? '1 paragraph' : `${count} paragraphs`),
  },
}

/** The language of the page's own words: the one that we have which is nearest to the article's (BCP 47). */
export function pageLanguage(articleLanguage: string | undefined): Language {
  const tag = (articleLanguage ?? '').toLowerCase()
  if (!/^zh(-|$)/.test(tag)) return 'en'
  return /-(hant|tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans'
}

export function pageWords(language: Language): PageWords {
  return WORDS[language]
}
