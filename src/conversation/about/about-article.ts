import type { Article } from '../../domain/article.ts'
import type { Language } from '../../domain/language.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { detectLanguage } from '../../text/languages.ts'
import type { Reply, Said } from '../reply.ts'
import { keySentences } from '../summary/key-sentences.ts'
import { writtenOverview } from '../summary/written-overview.ts'
import { quotedTitle } from '../wording/name-article.ts'
import { ABOUT_WORDS, type AboutWords } from './about-words.ts'
import { answered, type Content, declined } from './content.ts'
import { saidOfArticle } from './header/said-of-article.ts'
import type { Aspect } from './recognise/aspects.ts'
import type { CountedOut } from './recognise/ordinals.ts'
import { countedSection, topSections, type WholeSection, wholeSection, withoutNumber } from './sections-of.ts'

/** What is asked of one article. */
export type AskedOfArticle =
  | { readonly aspect: Exclude<Aspect, 'articles'> }
  | { readonly aspect: 'section'; readonly counted: CountedOut }
  | { readonly aspect: 'section'; readonly section: WholeSection }

export interface AboutOptions {
  /** Language of the turn. */
  readonly language: Language
  readonly replyLanguage: Language
  /** How many paragraphs may be cited; as many as the answer is best with where it is undefined. */
  readonly maxCitations: number | undefined
  /** How many sentences or points are asked for; as many as is usual where it is undefined. */
  readonly count?: number | undefined
}

/** Longest summary, and longest account of a section, in UTF-16 code units. */
const LONGEST_SUMMARY = 900
const LONGEST_SECTION = 600
const SUMMARY_SENTENCES = 6
const ABOUT_SENTENCES = 4
const SECTION_SENTENCES = 3
/** What leads to a summary takes some of its room. */
const ROOM_FOR_LEAD = 60

/** Answers what is asked of an article itself, from its header and from sentences that it quotes. */
export class AboutArticle {
  private readonly dictionary: BilingualDictionary

  constructor(dictionary: BilingualDictionary) {
    this.dictionary = dictionary
  }

  reply(article: Article, asked: AskedOfArticle, options: AboutOptions): Reply {
    const words = ABOUT_WORDS[options.replyLanguage]
    const content = this.contentOf(article, asked, words, options)
    return { language: options.language, replyLanguage: options.replyLanguage, ...content }
  }

  private contentOf(
    article: Article,
    asked: AskedOfArticle,
    words: AboutWords,
    options: AboutOptions,
  ): Content {
    switch (asked.aspect) {
      case 'section':
        return this.partOf(article, asked, words, options)
      case 'summary':
        return this.summaryOf(article, words.summary, SUMMARY_SENTENCES, words, options)
      case 'about': {
        const lead = words.about(quotedTitle(article.title, options.replyLanguage))
        return this.summaryOf(article, lead, ABOUT_SENTENCES, words, options)
      }
      default:
        return saidOfArticle(article, asked.aspect, options.replyLanguage)
    }
  }

  private summaryOf(
    article: Article,
    lead: string,
    usual: number,
    words: AboutWords,
    { count = usual, maxCitations = count }: AboutOptions,
  ): Content {
    const room = LONGEST_SUMMARY - Math.max(ROOM_FOR_LEAD, lead.length)
    const chosen = writtenOverview(article, { count: Math.min(count, maxCitations), room })
    if (chosen.length > 0) return quoted(article, lead, chosen)
    const sentences = keySentences(article, this.dictionary, {
      count: Math.min(count, maxCitations),
      room,
      subject: [article.title, ...topSections(article).map(({ heading }) => heading)].join('\n'),
    })
    if (sentences.length === 0) return declined(words.tooShort)
    return quoted(article, lead, sentences)
  }

  private partOf(
    article: Article,
    asked: Extract<AskedOfArticle, { readonly aspect: 'section' }>,
    words: AboutWords,
    { count = SECTION_SENTENCES, maxCitations = count }: AboutOptions,
  ): Content {
    const top = topSections(article)
    if ('counted' in asked && isParagraph(asked.counted, top.length)) {
      return paragraphOf(article, asked.counted.ordinal, words)
    }
    const section = 'section' in asked ? asked.section : sectionAt(article, asked.counted.ordinal)
    if (section === undefined)
      return declined(top.length === 0 ? words.noSections : words.noSuchSection(top.length))
    const { heading } = section.section
    const lead = words.section(withoutNumber(heading))
    const sentences = keySentences(article, this.dictionary, {
      count: Math.min(count, maxCitations),
      room: LONGEST_SECTION - lead.length,
      subject: heading,
      paragraphs: section.paragraphs,
    })
    if (sentences.length > 0) return quoted(article, lead, sentences)
    const [first] = section.paragraphs
    return first === undefined
      ? declined(words.noSuchSection(top.length))
      : answered([beginningOf(article, first)], lead)
  }
}

/** The end of an article is its last section, or paragraph where it has none. */
function isParagraph({ unit }: CountedOut, sections: number): boolean {
  return unit === 'paragraph' || (unit === 'end' && sections === 0)
}

function sectionAt(article: Article, ordinal: number): WholeSection | undefined {
  const section = countedSection(article, ordinal)
  return section === undefined ? undefined : wholeSection(article, section)
}

function paragraphOf(article: Article, ordinal: number, words: AboutWords): Content {
  const { paragraphs } = article
  const paragraph = paragraphs.at(ordinal > 0 ? ordinal - 1 : ordinal)
  return paragraph === undefined
    ? declined(words.noSuchParagraph(paragraphs.length))
    : answered([beginningOf(article, paragraph)])
}

/** As many whole sentences from the beginning of a paragraph as there is room for. */
function beginningOf(article: Article, paragraph: Article['paragraphs'][number]): Said {
  const { sentences, text } = paragraph
  const start = sentences[0]?.start ?? 0
  const end = sentences.findLast((sentence) => sentence.end - start <= LONGEST_SECTION)?.end
  return { paragraph, article, start, end: end ?? Math.min(text.length, sentences[0]?.end ?? text.length) }
}

function quoted(
  article: Article,
  text: string,
  sentences: readonly Omit<Said, 'article' | 'text'>[],
): Content {
  const says = sentences.map(({ paragraph, start, end }) => ({ paragraph, article, start, end }))
  const [first] = says
  const quote = first?.paragraph.text.slice(first.start, first.end) ?? ''
  return { ...answered(says, text), asList: true, replyLanguage: detectLanguage(quote) }
}
