import type { Language } from '../domain/language.ts'
import type { AskRequest, Turn } from '../domain/question.ts'
import { CHANGES_SUBJECT } from '../retrieval/question/follow-up-patterns.ts'
import type { SearchableIndex } from '../retrieval/searchable-index.ts'
import { AboutArticles } from './about/about-turn.ts'
import { namingAuthor } from './about/naming-author.ts'
import { shelfOf } from './about/shelf.ts'
import { actOfTurn, endsWithOffer, isPuzzled } from './acts/act-of-turn.ts'
import { ACT_REPLIES, OFFERS_SUGGESTIONS, type PlainAct } from './acts/act-replies.ts'
import { type LearnedTurn, LearnedTurns } from './classify/learned-turns.ts'
import { lastQuestion } from './last-question.ts'
import { askedApart } from './parts/asked-apart.ts'
import { type ReadTurn, TurnReader } from './read-turn.ts'
import type { Reply } from './reply.ts'
import { correctedQuestion } from './revisit/correction.ts'
import { revisitOf } from './revisit/revisit-of.ts'
import { isRevisit, type Revisit, revisitedRequest } from './revisit/revisited-request.ts'
import { withoutForeignText } from './scope/foreign-text.ts'
import { isBesides, isLikelyBesides, isOrder } from './scope/out-of-scope.ts'
import { SuggestedQuestions } from './suggestions/suggested-questions.ts'
import type { Understanding } from './understanding.ts'
import { subjectOf } from './wording/name-article.ts'
import { turnLanguage } from './wording/turn-language.ts'

/** Finds the article that answers a question, by its id; undefined where none surely does. */
export type FindArticle = (request: AskRequest) => Promise<string | undefined>

/** Tells conversation from questions, over one index. */
export class Conversation {
  private readonly index: SearchableIndex
  private readonly findArticle: FindArticle
  private readonly reader: TurnReader
  private readonly about: AboutArticles
  private readonly learned: LearnedTurns
  private readonly suggested: SuggestedQuestions

  constructor(index: SearchableIndex, findArticle: FindArticle) {
    this.index = index
    this.findArticle = findArticle
    this.reader = new TurnReader(index.lexicalIndex)
    this.about = new AboutArticles(index.library, index.lexicalIndex)
    this.learned = new LearnedTurns(index.lexicalIndex)
    this.suggested = new SuggestedQuestions(index)
  }

  /** @returns both requests of a turn that asks for two things that cannot be looked up together */
  askedApart(request: AskRequest): Promise<readonly [AskRequest, AskRequest] | undefined> {
    return askedApart(request, (part) => this.understand(part), this.index.lexicalIndex)
  }

  async understand(request: AskRequest): Promise<Understanding> {
    const turn = this.reader.read(request.question)
    const language = turnLanguage({ ...request, question: turn.plain }, this.firstLanguage())
    const goesOn = !CHANGES_SUBJECT.test(turn.comparable.text)
    const history = goesOn ? this.reader.withoutEmptyTurns(request.history ?? [], this.isEmpty) : []
    const before = lastQuestion(history, this.reader)
    const isBehindQuestion = before !== undefined
    const learned = this.learned.read(turn, { isBehindQuestion })
    const corrected = before && correctedQuestion(turn.comparable.text, this.index.lexicalIndex)
    const revisit = corrected === undefined ? revisitOf(turn, learned, before) : undefined
    const again = revisit && this.revisited(request, turn, revisit)
    if (revisit !== undefined && again !== undefined) {
      const understood = { ...(await this.understand(again)), language, revisit }
      return revisit === 'more' || revisit === 'others'
        ? this.goingOn(understood, request, again)
        : understood
    }
    const about =
      corrected === undefined
        ? await this.replyAbout(request, turn, { history, learned }, language)
        : undefined
    if (about !== undefined) return { kind: 'reply', language, reply: about }
    const act =
      corrected !== undefined
        ? undefined
        : (this.order(turn, learned) ??
          actOfTurn(turn, learned, {
            isBehindQuestion,
            endsWithOffer: endsWithOffer(request.history ?? []),
          }) ??
          this.outOfScope(turn, learned))
    if (act !== undefined) return { kind: 'reply', language, reply: this.replyTo(act, request, language) }
    const asked = withoutForeignText(
      { question: corrected ?? namingAuthor(turn.question, before?.asked), history },
      this.index.lexicalIndex,
    )
    if (asked === undefined) return { kind: 'foreign', language }
    return {
      kind: 'question',
      ...asked,
      language,
      request,
      isLikelyBesides: learned.isLikelyRequest || isLikelyBesides(turn.asked),
    }
  }

  /** "Shorter", "in English please": the question before, to be answered so. */
  private revisited(request: AskRequest, { asked }: ReadTurn, revisit: Revisit): AskRequest | undefined {
    return revisitedRequest(request, { revisit, text: asked }, (content) => !this.isEmpty(content))
  }

  /** A question of which more is wanted; what was looked up rather than searched for was said in full. */
  private goingOn(understood: Understanding, request: AskRequest, again: AskRequest): Understanding {
    if (understood.kind === 'reply') {
      const isWhole = understood.reply.kind === 'answer' && understood.reply.asList !== true
      return isWhole
        ? { ...understood, reply: this.replyTo('no-more', request, understood.language) }
        : understood
    }
    const behind = (request.history ?? []).slice(1 + (again.history?.length ?? 0))
    const asked = behind.filter(({ role, content }) => role === 'user' && this.asksForMore(content))
    return { ...understood, given: 1 + asked.length }
  }

  private asksForMore(content: string): boolean {
    return this.learned.read(this.reader.read(content), { isBehindQuestion: true }).turnClass === 'more'
  }

  /** Whether nothing was asked of the articles with a turn of the person's. */
  private readonly isEmpty = (content: string, isBehindQuestion = false): boolean => {
    const turn = this.reader.read(content)
    const learned = this.learned.read(turn, { isBehindQuestion })
    const act = actOfTurn(turn, learned, { isBehindQuestion: false, endsWithOffer: false })
    return isRevisit(learned.turnClass) || (act !== undefined && (act !== 'unclear' || isPuzzled(turn)))
  }

  private replyAbout(
    request: AskRequest,
    turn: ReadTurn,
    { history, learned }: { readonly history: readonly Turn[]; readonly learned: LearnedTurn },
    language: Language,
  ): Promise<Reply | undefined> {
    const before = history.findLastIndex(({ role }) => role === 'user')
    const question = history[before]?.content
    const { maxCitations, articles } = request
    return this.about.reply({
      turn,
      before: lastQuestion(history, this.reader),
      learned,
      request,
      options: { language, replyLanguage: request.language ?? language, maxCitations },
      locate: async () =>
        question === undefined
          ? undefined
          : this.findArticle({
              question,
              history: history.slice(0, before),
              ...(articles ? { articles } : {}),
            }),
    })
  }

  /** An order by its form, where the words are not surely anything else: sums look like marks that somebody gives. */
  private order(
    { roles, asked, comparable }: ReadTurn,
    { turnClass, isSure }: LearnedTurn,
  ): PlainAct | undefined {
    if (roles !== undefined || isSure || turnClass === 'identity' || turnClass === 'help') return undefined
    return isOrder(asked) || isOrder(comparable.text) ? 'out-of-scope' : undefined
  }

  private outOfScope(
    { asked, question, comparable }: ReadTurn,
    { turnClass, isSure }: LearnedTurn,
  ): PlainAct | undefined {
    if (isSure && turnClass === undefined) return undefined
    const isOut =
      isOrder(asked) || isOrder(comparable.text) || isBesides(asked, question, this.index.lexicalIndex)
    return isOut ? 'out-of-scope' : undefined
  }

  /** What is said to an act, as where there is no more to say of a question. */
  replyTo(act: PlainAct, request: AskRequest, language: Language): Reply {
    const shelf = shelfOf(this.index.library, request)
    const first = shelf.count > 0 ? shelf.at(0).title : ''
    const replyLanguage = request.language ?? language
    const suggestions = OFFERS_SUGGESTIONS.has(act) ? this.suggested.for(request, replyLanguage) : []
    return {
      kind: 'conversation',
      text: ACT_REPLIES[replyLanguage][act](subjectOf({ count: shelf.count, first }, replyLanguage)),
      language,
      replyLanguage,
      says: [],
      act,
      ...(suggestions.length > 0 ? { suggestions } : {}),
    }
  }

  private firstLanguage(): string | undefined {
    const { library } = this.index
    return library.articleCount > 0 ? library.articleAt(0).language : undefined
  }
}
