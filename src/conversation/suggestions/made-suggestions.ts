import type { Article } from '../../domain/article.ts'
import type { Language } from '../../domain/language.ts'
import type { Shelf } from '../about/shelf.ts'
import { quotedTitle } from '../wording/name-article.ts'

interface Forms {
  readonly article: (title: string) => string
  readonly section: (heading: string) => string
  readonly summary: string
}

const FORMS: Readonly<Record<Language, Forms>> = {
  'zh-Hant': {
    article: (title) => `${title}在講什麼?`,
    section: (heading) => `「${heading}」這一節講了什麼?`,
    summary: '總結一下這篇文章',
  },
  'zh-Hans': {
    article: (title) => `${title}在讲什么?`,
    section: (heading) => `「${heading}」这一节讲了什么?`,
    summary: '总结一下这篇文章',
  },
  en: {
    article: (title) => `What is ${title} about?`,
    section: (heading) => `What does the section “${heading}” say?`,
    summary: 'Summarise the article.',
  },
}

const LONGEST_HEADING = 60
/** `5、`, `3.2 `, `IV. `: the number of a heading. */
const NUMBER =
  /^[\s#]*(?:第?[\d一二三四五六七八九十]{1,4}(?:\.\d+)*[章节節部分]?[、.．)）:：\s]+|[IVX]{1,5}\.\s+)/u

/** What can be asked about titles and headings where nothing was written ahead. Deterministic. */
export function madeSuggestions(shelf: Shelf, language: Language, count: number): string[] {
  const forms = FORMS[language]
  if (shelf.count === 0) return []
  if (shelf.count === 1) {
    const headings = spread(headingsOf(shelf.at(0)), count - 1).map(forms.section)
    return [...headings, forms.summary]
  }
  const articles = spread(
    Array.from({ length: shelf.count }, (_, row) => row),
    count,
  ).map((row) => shelf.at(row))
  return [...new Set(articles.map(({ title }) => forms.article(quotedTitle(title, language))))]
}

function headingsOf({ sections }: Article): string[] {
  const top = Math.min(...sections.map(({ level }) => level))
  const headings = sections
    .filter(({ level }) => level === top)
    .map(({ heading }) => heading.replace(NUMBER, '').trim())
    .filter((heading) => /\p{L}/u.test(heading) && [...heading].length <= LONGEST_HEADING)
  return [...new Set(headings)]
}

/** As many as wanted, from all parts of a list. */
function spread<Value>(values: readonly Value[], count: number): Value[] {
  if (values.length <= count) return [...values]
  return Array.from(
    { length: count },
    (_, part) => values[Math.floor((part * values.length) / count)] as Value,
  )
}
