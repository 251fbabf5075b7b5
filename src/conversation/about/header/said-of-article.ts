import type { Article } from '../../../domain/article.ts'
import type { Language } from '../../../domain/language.ts'
import type { Said } from '../../reply.ts'
import { quotedTitle } from '../../wording/name-article.ts'
import { ABOUT_WORDS, type AboutWords, type StatedFact } from '../about-words.ts'
import { answered, type Content, declined } from '../content.ts'
import type { Aspect } from '../recognise/aspects.ts'
import { articleHeader } from './article-header.ts'
import { lengthOf } from './article-length.ts'
import { statedInText } from './stated-in-text.ts'

/** What is told by the header of an article alone. */
type HeaderAspect = Exclude<Aspect, 'articles' | 'about' | 'summary'>

/** Answers from the header of an article what is asked of the article itself. */
export function saidOfArticle(article: Article, aspect: HeaderAspect, language: Language): Content {
  const words = ABOUT_WORDS[language]
  const title = quotedTitle(article.title, language)
  switch (aspect) {
    case 'author':
    case 'date':
    case 'url':
      return factOf(article, aspect, words)
    case 'title':
      return answered([{ ...inHeader(article, 'title'), text: words.fact.title(title) }])
    case 'length':
      return answered([{ ...inHeader(article, 'length'), text: words.length(title, lengthOf(article)) }])
    case 'sections':
      return sectionsOf(article, words)
    case 'reliability':
      return reliabilityOf(article, words)
  }
}

/** Whether an article is right nobody can tell from the article; who wrote it, and when, helps to judge. */
function reliabilityOf(article: Article, words: AboutWords): Content {
  const facts = (['author', 'date'] as const).map((fact) => factOf(article, fact, words))
  const lead = [words.reliability, ...facts.map(({ text }) => text)].filter((text) => text !== '')
  const says = facts.flatMap((fact) => fact.says)
  const text = lead.join(words.betweenSentences)
  return says.length === 0 ? declined(text) : answered(says, text)
}

function factOf(article: Article, fact: StatedFact, words: AboutWords): Content {
  const { paragraph, facts } = articleHeader(article)
  const span = facts[fact]
  if (span !== undefined) {
    const value = paragraph.text.slice(span.start, span.end)
    return answered([{ paragraph, article, ...span, text: words.fact[fact](value) }])
  }
  const stated = statedInText(article, fact)
  return stated === undefined ? declined(words.unsaid[fact]) : answered([stated])
}

function inHeader(article: Article, fact: 'title' | 'length'): Said {
  const { paragraph, facts } = articleHeader(article)
  return { paragraph, article, ...facts[fact] }
}

function sectionsOf(article: Article, words: AboutWords): Content {
  const { paragraph, facts } = articleHeader(article)
  if (facts.sections === undefined) return declined(words.noSections)
  return answered([{ paragraph, article, ...facts.sections }], words.sections(article.sections.length))
}
