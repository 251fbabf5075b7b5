import type { Article } from '../../domain/article.ts'
import type { Library } from '../../domain/library.ts'
import type { AskRequest } from '../../domain/question.ts'
import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import type { LearnedTurn } from '../classify/learned-turns.ts'
import type { ReadTurn } from '../read-turn.ts'
import type { Reply } from '../reply.ts'
import { fold } from '../wording/fold.ts'
import { AboutArticle, type AboutOptions, type AskedOfArticle } from './about-article.ts'
import { articlesReply, whichArticleReply } from './about-corpus.ts'
import { ArticleNames } from './article-names.ts'
import { residueOf } from './recognise/article-words.ts'
import { askedCount } from './recognise/asked-count.ts'
import { isAboutArticle, learnedAspect, namingSection } from './recognise/aspect-in-context.ts'
import type { Aspect } from './recognise/aspects.ts'
import { type AskedAspect, recogniseAspect } from './recognise/recognise-aspect.ts'
import { namedSection, wholeSection } from './sections-of.ts'
import { type Shelf, shelfOf } from './shelf.ts'

/** Finds the article that a conversation was about, by its id. */
type LocateArticle = () => Promise<string | undefined>

export interface AboutTurn {
  readonly turn: ReadTurn
  /** The last question of the person's before this turn, read. */
  readonly before: ReadTurn | undefined
  /** What its words are likely to ask, where no pattern recognises them. */
  readonly learned: LearnedTurn
  readonly request: AskRequest
  readonly options: AboutOptions
  readonly locate: LocateArticle
}

/** A title or a heading in quotation marks. */
const QUOTED = /[“"「『《‹«]([^”"」』》›»]{1,200})[”"」』》›»]/u
const ASKS_WHO = /^(?:who is|who was|tell me about|whats?|what is|about)? *(.{2,60}?) *[?!.]*$/
const ASKS_WHO_IN_CHINESE =
  /^(?:谁是|介绍一?下?)?(.{2,40}?)(?:是(?:谁|什么人|何许人也?|哪位|啥人|何人))?[?!。]*$/
/** These are asked of an article by its title alone; other questions must say that they mean an article. */
const ASKED_BY_TITLE: ReadonlySet<AskedAspect['aspect']> = new Set(['about', 'summary', 'sections', 'length'])
/** Asked behind another question these are asked about what that was about, unless the article is named. */
const ASKED_OF_ANYTHING: ReadonlySet<AskedAspect['aspect']> = new Set([
  'author',
  'title',
  'date',
  'url',
  'length',
])

/** Answers turns about the articles themselves. */
export class AboutArticles {
  private readonly library: Library
  private readonly names: ArticleNames
  private readonly about: AboutArticle

  constructor(library: Library, { dictionary }: Pick<LexicalIndex, 'dictionary'>) {
    this.library = library
    this.names = new ArticleNames(library, dictionary)
    this.about = new AboutArticle(dictionary)
  }

  /** @returns undefined for a turn that asks for something that an article says */
  async reply(about: AboutTurn): Promise<Reply | undefined> {
    const { turn, before, request } = about
    const shelf = shelfOf(this.library, request)
    if (shelf.count === 0) return undefined
    const quoted = QUOTED.exec(turn.question)
    if (quoted !== null) {
      const reply = this.replyByQuotedName(quoted[1] ?? '', quoted[0], about, shelf)
      if (reply !== undefined) return reply
    }
    const byWords = learnedAspect(about.learned, turn, before)
    const byPattern = this.aspectOf(about, shelf) ?? (await this.chosenAfterAsking(about, shelf))
    const isSurer = about.learned.isSure && byPattern?.words === '' && byPattern.counted === undefined
    const inOrder = isSurer ? [byWords, byPattern] : [byPattern, byWords]
    for (const asked of inOrder) {
      const reply = await this.replyTo(asked, about, shelf)
      if (reply !== undefined) return reply
    }
    return undefined
  }

  private async replyTo(
    asked: AskedAspect | undefined,
    about: AboutTurn,
    shelf: Shelf,
  ): Promise<Reply | undefined> {
    if (asked === undefined) return undefined
    const { options } = about
    if (asked.aspect === 'articles') return asked.words === '' ? articlesReply(shelf, options) : undefined
    if (isAskedOfAnother(asked, about)) return undefined
    const found = await this.articlesOf(asked, about, shelf)
    if (found === undefined) return undefined
    if (found.count !== 1) return whichArticleReply(found, options)
    return this.about.reply(found.at(0), askedOfArticle(asked), {
      ...options,
      count: askedCount(about.turn.asked),
    })
  }

  private replyByQuotedName(
    name: string,
    quotation: string,
    { turn, options }: AboutTurn,
    shelf: Shelf,
  ): Reply | undefined {
    const rest = fold(turn.question.replace(quotation, ' article ')).trim()
    const asked = recogniseAspect(rest) ?? { aspect: 'about' as const, ...residueOf(rest) }
    const isSection = /\b(?:section|part|chapter|heading)\b|节|章|部分/.test(rest)
    const articles = rowsOn(shelf, this.names.withTitle(name), this.library)
    if (articles.count === 1 && asked.words === '' && asked.aspect !== 'articles') {
      return this.about.reply(articles.at(0), askedOfArticle(asked), options)
    }
    if (!isSection || shelf.count !== 1) return undefined
    const article = shelf.at(0)
    const section = namedSection(article, name)
    return section === undefined
      ? undefined
      : this.about.reply(article, { aspect: 'section', section: wholeSection(article, section) }, options)
  }

  private aspectOf({ turn, before }: AboutTurn, shelf: Shelf): AskedAspect | undefined {
    const { asked, comparable } = turn
    for (const text of new Set([asked, comparable.text].map((text) => namingSection(text, before)))) {
      const aspect = recogniseAspect(text, isAboutArticle(before))
      if (aspect?.words === '') return aspect
      if (aspect !== undefined) return withoutAuthor(aspect, shelf)
    }
    return asksWhoTheAuthorIs(asked, shelf)
      ? { aspect: 'author', words: '', reference: 'article' }
      : undefined
  }

  /** "The one about mocks", behind "Which article do you mean?" */
  private async chosenAfterAsking(
    { turn, before, options, request }: AboutTurn,
    shelf: Shelf,
  ): Promise<AskedAspect | undefined> {
    if (before === undefined || request.history?.at(-1)?.role !== 'assistant') return undefined
    const asked = recogniseAspect(before.asked)
    if (asked === undefined || asked.aspect === 'articles' || asked.words !== '') return undefined
    if (!request.history.at(-1)?.content.includes(whichArticleReply(shelf, options).text)) return undefined
    const { words } = residueOf(turn.asked)
    return this.names.named(words).length > 0 ? { ...asked, words, reference: 'article' } : undefined
  }

  /** @returns the articles that may be meant; undefined where something else is */
  private async articlesOf(asked: AskedAspect, about: AboutTurn, shelf: Shelf): Promise<Shelf | undefined> {
    if (asked.words !== '') return this.namedBy(asked, shelf)
    if (shelf.count === 1 || about.before === undefined) return shelf
    const before = recogniseAspect(about.before.asked)
    const named = before === undefined || before.words === '' ? undefined : this.namedBy(before, shelf)
    if (named?.count === 1) return named
    const located = await about.locate()
    return located === undefined ? shelf : shelfOf(this.library, { articles: [located] })
  }

  private namedBy(asked: AskedAspect, shelf: Shelf): Shelf | undefined {
    const rows = this.names.named(asked.words)
    const isTitle = rows.some((row) => this.names.isWhole(row, asked.words))
    const isNamed = asked.reference === 'article' || (ASKED_BY_TITLE.has(asked.aspect) && isTitle)
    const found = rowsOn(shelf, rows, this.library)
    return isNamed && found.count > 0 ? found : undefined
  }
}

function askedOfArticle({ aspect, counted }: AskedAspect): AskedOfArticle {
  if (aspect === 'section' && counted !== undefined) return { aspect, counted }
  return { aspect: aspect as Exclude<Aspect, 'articles'> }
}

/** "When was it published?" behind "What is Borg?" asks of Borg. */
function isAskedOfAnother({ aspect, reference, words }: AskedAspect, { before }: AboutTurn): boolean {
  if (before === undefined || words !== '') return false
  const isOpen = reference === 'pointer' || (reference === 'none' && aspect === 'date')
  return isOpen && ASKED_OF_ANYTHING.has(aspect) && recogniseAspect(before.asked)?.words !== ''
}

/** "When did gitmilk write this?" */
function withoutAuthor(asked: AskedAspect, shelf: Shelf): AskedAspect {
  const author = shelf.count === 1 ? fold(shelf.at(0).author ?? '') : ''
  if (author === '' || !asked.words.includes(author)) return asked
  return { ...asked, words: asked.words.replace(author, '').trim() }
}

function asksWhoTheAuthorIs(text: string, shelf: Shelf): boolean {
  const author: Article['author'] = shelf.count === 1 ? shelf.at(0).author : undefined
  if (author === undefined || author.trim() === '') return false
  if (!/\bwho\b|谁|什么人|何许人|哪位|tell me about|介绍/.test(text)) return false
  const name = fold(author)
  return [ASKS_WHO, ASKS_WHO_IN_CHINESE].some((pattern) => pattern.exec(text)?.[1] === name)
}

/** Those rows of a library that are on the shelf. */
function rowsOn(shelf: Shelf, rows: readonly number[], library: Library): Shelf {
  const ids = rows.map((row) => library.articleAt(row).id)
  if (shelf.count === library.articleCount) return shelfOf(library, { articles: ids })
  const onShelf = new Set(Array.from({ length: shelf.count }, (_, row) => shelf.at(row).id))
  return shelfOf(library, { articles: ids.filter((id) => onShelf.has(id)) })
}
