import type { Answerer, AnswerTask } from '../../../src/answer/answerer.ts'
import { composeQuotes } from '../../../src/answer/markdown/compose-answer.ts'
import { ChatClient, type ChatClientOptions } from '../../../src/chat/calling/chat-client.ts'
import { chatAnswerer } from '../../../src/chat/chat-answerer.ts'
import { type ChatSettings, replyTokens } from '../../../src/chat/chat-settings.ts'
import { openAiChatModel } from '../../../src/chat/openai-chat-model.ts'
import { ClaimChecker } from '../../../src/claims/check-claim.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Language } from '../../../src/domain/language.ts'
import type { Library } from '../../../src/domain/library.ts'
import type { Span } from '../../../src/domain/span.ts'
import { silentLog } from '../../../src/log.ts'
import type { RankedParagraph, Retrieval } from '../../../src/retrieval/retriever.ts'
import type { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { questionTypeOf } from '../../../src/text/question-type.ts'
import type { StreamingChatServer } from './streaming-chat-server.ts'

export const FAKE_MODEL = 'fake-1'
/** Must never be seen again. */
export const FAKE_KEY = 'sk-never-to-be-seen'

/** Patient, as a busy machine may be slow; a test of a failure sets what it waits for. */
const PATIENT: ChatSettings = {
  name: FAKE_MODEL,
  timeoutMilliseconds: 20_000,
  idleMilliseconds: 10_000,
  contextTokens: 8192,
  callsAtOnce: 4,
}

/** A client of a loopback server, through LangChain's own. */
export function chatClientOf(
  { baseUrl }: Pick<StreamingChatServer, 'baseUrl'>,
  settings: Partial<ChatSettings> = {},
  options: Partial<ChatClientOptions> = {},
): ChatClient {
  const all = { ...PATIENT, ...settings }
  const model = openAiChatModel({ model: FAKE_MODEL, baseUrl, apiKey: FAKE_KEY }, replyTokens(all))
  return new ChatClient({ model, settings: all, log: silentLog, ...options })
}

/** Quotes the first sentence of the best paragraph, as answers are quotations without a model. */
export const quotingAnswerer: Answerer = ({ retrieval: { ranked }, library }) => {
  const paragraph = library.paragraphAt(ranked[0]?.paragraphRow ?? 0)
  const article = library.article(paragraph.article) as Article
  const { start, end } = paragraph.sentences[0] as Span
  const claim = { paragraph, article, start, end, quote: paragraph.text.slice(start, end), score: 1 }
  return { answer: composeQuotes([claim]), claims: [claim], language: 'zh-Hant', answerer: 'extractive' }
}

/** What answers with that client, and with quotations without it. */
export function chatAnswererOf(client: ChatClient, dictionary: BilingualDictionary): Answerer {
  return chatAnswerer({ client, checker: new ClaimChecker(dictionary), otherwise: quotingAnswerer })
}

/** Articles as a library. */
export function libraryOfArticles(articles: readonly Article[]): Library {
  const paragraphs = articles.flatMap((article) => article.paragraphs)
  return {
    articleCount: articles.length,
    paragraphCount: paragraphs.length,
    article: (id) => articles.find((article) => article.id === id),
    articleAt: (row) => articles[row] as Article,
    paragraphRows: () => undefined,
    paragraphAt: (row) => {
      const paragraph = paragraphs[row]
      if (paragraph === undefined) throw new RangeError(`no paragraph ${row}`)
      return paragraph
    },
  }
}

/** A question for which these paragraphs were found, best first. */
export function taskOf(
  library: Library,
  rows: readonly number[],
  { question, language }: { readonly question: string; readonly language: Language },
  options: Partial<AnswerTask> = {},
): AnswerTask {
  const ranked = rows.map((paragraphRow, at) => {
    const probability = 0.6 / 2 ** at
    return { paragraphRow, probability, score: -at, focus: undefined } as RankedParagraph
  })
  const retrieval: Retrieval = {
    question: {
      question,
      parts: [{ text: question, weight: 1, withoutNames: false }],
      type: questionTypeOf(question),
    },
    query: [],
    form: 'prose',
    asksForName: false,
    unanswered: 0,
    ranked,
  }
  return { retrieval, library, maxCitations: 3, language, startedAt: performance.now(), ...options }
}
