import type { Article } from '../../../domain/article.ts'
import type { Block } from '../../../domain/block.ts'
import type { Paragraph } from '../../../domain/paragraph.ts'
import type { Span } from '../../../domain/span.ts'
import { oneLine } from '../../../text/normalise.ts'
import { lengthOf } from './article-length.ts'
import { HEADER_WORDS, headerLanguage } from './header-words.ts'

/** What stands behind `#` in the id of a header. Those of paragraphs are digits of a hash. */
export const HEADER_ANCHOR = 'header'

/** What a header says; where each of it stands in its text. */
interface HeaderFacts {
  readonly title: Span
  readonly author?: Span
  readonly date?: Span
  /** Address of the first publication. */
  readonly url?: Span
  readonly length: Span
  /** The headings, a line each; missing where there are none. */
  readonly sections?: Span
}

export interface ArticleHeader {
  readonly paragraph: Paragraph
  readonly facts: HeaderFacts
}

/**
 * What front matter and headings say of an article, as a paragraph that can be cited: `<article id>#header`, position 0,
 * no section. A line each for the title, author, date, first publication and length, then the headings as a list, two
 * spaces of indentation a level. Names and headings are the author's words; labels and length are in the article's
 * language.
 */
export function articleHeader(article: Article): ArticleHeader {
  const words = HEADER_WORDS[headerLanguage(article)]
  let text = ''
  const sentences: Span[] = []
  const line = (label: string, value: string): Span => {
    const before = text === '' ? '' : '\n'
    const start = text.length + before.length
    text += before + label + value
    sentences.push({ start, end: text.length })
    return { start: start + label.length, end: text.length }
  }
  const titled = line('', oneLine(article.title) || article.id)
  const named = { author: article.author, date: article.date, url: webAddress(article.url) }
  const facts = Object.entries(named).flatMap(([key, value]) =>
    value === undefined || oneLine(value) === ''
      ? []
      : [[key, line(words[key as keyof typeof named], oneLine(value))] as const],
  )
  const length = line(words.length, words.lengthOf(lengthOf(article)))
  const blocks: Block[] = [{ kind: 'prose', start: 0, end: text.length }]
  const sections = headingLines(article).map((heading) => line('', heading))
  const first = sections[0]
  const listed = first === undefined ? undefined : { start: first.start, end: text.length }
  if (listed !== undefined) blocks.push({ kind: 'list', ...listed })
  return {
    paragraph: {
      id: `${article.id}#${HEADER_ANCHOR}`,
      article: article.id,
      position: 0,
      section: '',
      kind: 'prose',
      text,
      blocks,
      sentences,
    },
    facts: {
      title: titled,
      ...Object.fromEntries(facts),
      length,
      ...(listed === undefined ? {} : { sections: listed }),
    },
  }
}

/** The header of an article as a paragraph, see {@link articleHeader}. */
export function headerOf(article: Article): Paragraph {
  return articleHeader(article).paragraph
}

function headingLines({ sections }: Article): string[] {
  const top = Math.min(...sections.map(({ level }) => level))
  return sections
    .filter(({ heading }) => oneLine(heading) !== '')
    .map(({ heading, level }) => '  '.repeat(level - top) + oneLine(heading))
}

/** Pages declare other things as well, such as scripts. */
function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined
}
