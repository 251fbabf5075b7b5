import type { Language } from '../../domain/language.ts'
import type { ArticleLength } from './header/article-length.ts'

/** What front matter may say of an article, and may leave unsaid. */
export type StatedFact = 'author' | 'date' | 'url'

/** What is said of an article itself. `title` stands in quotation marks already. */
export interface AboutWords {
  readonly fact: Readonly<Record<StatedFact | 'title', (value: string) => string>>
  readonly unsaid: Readonly<Record<StatedFact, string>>
  length(title: string, length: ArticleLength): string
  sections(count: number): string
  readonly noSections: string
  noSuchSection(count: number): string
  noSuchParagraph(count: number): string
  section(heading: string): string
  readonly summary: string
  about(title: string): string
  readonly tooShort: string
  /** Of whether it is right. */
  readonly reliability: string
  readonly betweenSentences: string
  /** @param others how many articles are not listed */
  which(others: number): string
  articles(count: number): string
  more(others: number): string
}

const number = (value: number) => value.toLocaleString('en-US')
const some = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`

const ENGLISH: AboutWords = {
  fact: {
    title: (title) => `The title is ${title}.`,
    author: (author) => `The author is ${author}.`,
    date: (date) => `It is dated ${date}.`,
    url: (url) => `It was first published at ${url}`,
  },
  unsaid: {
    author: 'The article does not say who wrote it.',
    date: 'The article does not say when it was written or published.',
    url: 'The article does not say where it was published.',
  },
  length: (title, { sections, paragraphs, hanCharacters, words, minutes }) => {
    const amount = hanCharacters > words ? some(hanCharacters + words, 'character') : some(words, 'word')
    const divided = sections > 0 ? `${some(sections, 'section')} and ` : ''
    return `${title} has ${divided}${some(paragraphs, 'paragraph')}, ${amount} in all: about ${some(minutes, 'minute')} to read.`
  },
  sections: (count) => (count === 1 ? 'It has one section:' : `It has ${count} sections:`),
  noSections: 'The article has no sections.',
  noSuchSection: (count) => `The article has no such section; it has ${count}.`,
  noSuchParagraph: (count) => `The article has no such paragraph; it has ${count}.`,
  section: (heading) => `The section “${heading}” says:`,
  summary: "The main points, in the article's own words:",
  about: (title) => `${title}, in its own words:`,
  tooShort: 'The article is too short to be summarised.',
  reliability:
    'Whether it is right I cannot tell: I show what it says, and check nothing against other sources.',
  betweenSentences: ' ',
  which: (others) => `Which article do you mean?${others > 0 ? ` Some of them:` : ''}`,
  articles: (count) => (count === 1 ? 'I know one article:' : `I know ${number(count)} articles:`),
  more: (others) => `and ${number(others)} more`,
}

const TRADITIONAL: AboutWords = {
  fact: {
    title: (title) => `標題是${title}。`,
    author: (author) => `作者是 ${author}。`,
    date: (date) => `日期是 ${date}。`,
    url: (url) => `最初發表於 ${url}`,
  },
  unsaid: {
    author: '文章沒有說作者是誰。',
    date: '文章沒有說是什麼時候寫的或發表的。',
    url: '文章沒有說發表在哪裡。',
  },
  length: (title, { sections, paragraphs, hanCharacters, words, minutes }) =>
    `${title}有 ${sections > 0 ? `${sections} 節、` : ''}${paragraphs} 段,共 ${number(hanCharacters + words)} 字,約 ${minutes} 分鐘讀完。`,
  sections: (count) => `共有 ${count} 節:`,
  noSections: '文章沒有分節。',
  noSuchSection: (count) => `文章沒有這一節,只有 ${count} 節。`,
  noSuchParagraph: (count) => `文章沒有這一段,只有 ${count} 段。`,
  section: (heading) => `「${heading}」這一節說:`,
  summary: '重點如下,都是文章的原話:',
  about: (title) => `${title},用它自己的話說:`,
  tooShort: '文章太短,無從總結。',
  reliability: '內容對不對我無法判斷:我只引用文章的話,不會拿別的資料查證。',
  betweenSentences: '',
  which: (others) => `你指的是哪一篇?${others > 0 ? '例如:' : ''}`,
  articles: (count) => `我知道 ${number(count)} 篇文章:`,
  more: (others) => `還有 ${number(others)} 篇`,
}

const SIMPLIFIED: AboutWords = {
  fact: {
    title: (title) => `标题是${title}。`,
    author: (author) => `作者是 ${author}。`,
    date: (date) => `日期是 ${date}。`,
    url: (url) => `最初发表于 ${url}`,
  },
  unsaid: {
    author: '文章没有说作者是谁。',
    date: '文章没有说是什么时候写的或发表的。',
    url: '文章没有说发表在哪里。',
  },
  length: (title, { sections, paragraphs, hanCharacters, words, minutes }) =>
    `${title}有 ${sections > 0 ? `${sections} 节、` : ''}${paragraphs} 段,共 ${number(hanCharacters + words)} 字,约 ${minutes} 分钟读完。`,
  sections: (count) => `共有 ${count} 节:`,
  noSections: '文章没有分节。',
  noSuchSection: (count) => `文章没有这一节,只有 ${count} 节。`,
  noSuchParagraph: (count) => `文章没有这一段,只有 ${count} 段。`,
  section: (heading) => `「${heading}」这一节说:`,
  summary: '重点如下,都是文章的原话:',
  about: (title) => `${title},用它自己的话说:`,
  tooShort: '文章太短,无从总结。',
  reliability: '内容对不对我无法判断:我只引用文章的话,不会拿别的资料查证。',
  betweenSentences: '',
  which: (others) => `你指的是哪一篇?${others > 0 ? '例如:' : ''}`,
  articles: (count) => `我知道 ${number(count)} 篇文章:`,
  more: (others) => `还有 ${number(others)} 篇`,
}

export const ABOUT_WORDS: Readonly<Record<Language, AboutWords>> = {
  'zh-Hant': TRADITIONAL,
  'zh-Hans': SIMPLIFIED,
  en: ENGLISH,
}
