import type { Language } from '../domain/language.ts'
import type { AskRequest, Turn } from '../domain/question.ts'
import { CHANGES_SUBJECT } from '../retrieval/question/follow-up-patterns.ts'
import type { SearchableIndex } from '../retrieval/searchable-index.ts'
import { AboutArticles } from './about/about-turn.ts'
import { shelfOf } from './about/shelf.ts'
import { actOfTurn, isPuzzled } from './acts/act-of-turn.ts'
import { ACT_REPLIES, OFFERS_SUGGESTIONS, type PlainAct } from './acts/act-replies.ts'
import { type LearnedTurn, LearnedTurns } from './classify/learned-turns.ts'
import type { LearnedClass } from './classify/turn-classes.ts'
import { type ReadTurn, TurnReader } from './read-turn.ts'
import type { Reply } from './reply.ts'
import { isRevisit, revisitedRequest } from './revisit/revisited-request.ts'
import { withoutForeignText } from './scope/foreign-text.ts'
import { isBesides, isOrder } from './scope/out-of-scope.ts'
import { madeSuggestions } from './suggestions/made-suggestions.ts'
import { writtenSuggestions } from './suggestions/written-suggestions.ts'
import { subjectOf } from './wording/name-article.ts'
import { turnLanguage } from './wording/turn-language.ts'

const MOST_SUGGESTIONS = 3

/**
 * What a turn is: something to reply to at once, a question that the corpus is searched for, or a text about something
 * that the corpus does not speak of at all.
 */
export type Understanding = {
  /** Language of the turn as it was written. */
  readonly language: Language
  /** Whether the turn doubts the answer to the question before, which is understood in its place. */
  readonly isDoubt?: boolean
} & (
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'question'
      /** Without the courtesy around it; of a long one what the corpus speaks of. */
      readonly question: string
      /** Without turns that say nothing, and what was said to them, and without texts about something else. */
      readonly history: readonly Turn[]
      /** How the answer is wanted: the request, or what a turn makes of it that wants the answer before in another form. */
      readonly request: AskRequest
    }
)

/** Finds the article that answers a question, by its id; undefined where none surely does. */
export type FindArticle = (request: AskRequest) => Promise<string | undefined>

/** Tells conversation from questions, over one index. */
export class Conversation {
  private readonly index: SearchableIndex
  private readonly findArticle: FindArticle
  private readonly reader: TurnReader
  private readonly about: AboutArticles
  private readonly learned: LearnedTurns
  private readonly written = new Map<Language, readonly string[]>()

  constructor(index: SearchableIndex, findArticle: FindArticle) {
    this.index = index
    this.findArticle = findArticle
    this.reader = new TurnReader(index.lexicalIndex)
    this.about = new AboutArticles(index.library, index.lexicalIndex)
    this.learned = new LearnedTurns(index.lexicalIndex)
  }

  async understand(request: AskRequest): Promise<Understanding> {
    const turn = this.reader.read(request.question)
    const language = turnLanguage({ ...request, question: turn.plain }, this.firstLanguage())
    const goesOn = !CHANGES_SUBJECT.test(turn.comparable.text)
    const history = goesOn ? this.reader.withoutEmptyTurns(request.history ?? [], this.isEmpty) : []
    const before = history.findLast(({ role }) => role === 'user')
    const learned = this.learned.read(turn, { isBehindQuestion: before !== undefined })
    const again = this.revisited(request, turn, learned.turnClass)
    if (again !== undefined) {
      const isDoubt = learned.turnClass === 'doubt'
      return { ...(await this.understand(again)), language, isDoubt }
    }
    const about = await this.replyAbout(request, turn, { history, learned }, language)
    if (about !== undefined) return { kind: 'reply', language, reply: about }
    const act =
      this.order(turn, learned) ??
      actOfTurn(turn, learned, { before, endsWithOffer: endsWithOffer(request.history ?? []) }) ??
      this.outOfScope(turn, learned)
    if (act !== undefined) return { kind: 'reply', language, reply: this.replyTo(act, request, language) }
    const asked = withoutForeignText({ question: turn.question, history }, this.index.lexicalIndex)
    if (asked === undefined) return { kind: 'foreign', language }
    return { kind: 'question', ...asked, language, request }
  }

  /** "Shorter", "in English please": the question before, to be answered so. */
  private revisited(
    request: AskRequest,
    { asked }: ReadTurn,
    turnClass: LearnedClass | undefined,
  ): AskRequest | undefined {
    if (!isRevisit(turnClass)) return undefined
    return revisitedRequest(request, { revisit: turnClass, text: asked }, (content) => !this.isEmpty(content))
  }

  /** Whether nothing was asked of the articles with a turn of the person's. */
  private readonly isEmpty = (content: string, isBehindQuestion = false): boolean => {
    const turn = this.reader.read(content)
    const learned = this.learned.read(turn, { isBehindQuestion })
    const act = actOfTurn(turn, learned, { before: undefined, endsWithOffer: false })
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
      before: question === undefined ? undefined : this.reader.read(question),
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

  private replyTo(act: PlainAct, request: AskRequest, language: Language): Reply {
    const shelf = shelfOf(this.index.library, request)
    const first = shelf.count > 0 ? shelf.at(0).title : ''
    const replyLanguage = request.language ?? language
    const suggestions = OFFERS_SUGGESTIONS.has(act) ? this.suggestions(request, replyLanguage) : []
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

  private suggestions(request: AskRequest, language: Language): readonly string[] {
    if (request.articles !== undefined) return this.suggestionsAbout(request, language)
    const known = this.written.get(language) ?? this.suggestionsAbout(request, language)
    this.written.set(language, known)
    return known
  }

  private suggestionsAbout(request: AskRequest, language: Language): readonly string[] {
    const isChosen = (article: string) => request.articles?.includes(article) ?? true
    const written = writtenSuggestions(this.index, language, MOST_SUGGESTIONS, isChosen)
    if (written.length > 1) return written
    const made = madeSuggestions(shelfOf(this.index.library, request), language, MOST_SUGGESTIONS)
    return [...written, ...made].slice(0, MOST_SUGGESTIONS)
  }

  private firstLanguage(): string | undefined {
    const { library } = this.index
    return library.articleCount > 0 ? library.articleAt(0).language : undefined
  }
}

/** A question of the assistant's own ends its turn; one that it quotes is followed by a marker. */
function endsWithOffer(history: readonly Turn[]): boolean {
  const last = history.at(-1)
  return last?.role === 'assistant' && /[?？]["'”’」』)）\s]*$/.test(last.content)
}
