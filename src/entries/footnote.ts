import { openSnapshot } from '../answer/open-snapshot.ts'
import { ChatClient } from '../chat/calling/chat-client.ts'
import { type ChatModel, type ChatSettings, USUAL_SETTINGS } from '../chat/chat-settings.ts'
import { chatWriter } from '../chat/chat-writer.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import { BuiltinEmbeddings } from '../embeddings/builtin.ts'
import { decodeLexicalIndex } from '../index/lexical/lexical-index.ts'
import { ensureIndex } from '../indexing/ensure-index.ts'
import { builtinRecipe } from '../indexing/recipes/builtin-recipe.ts'
import { type Log, silentLog } from '../log.ts'
import { RANKING_WEIGHTS } from '../retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever } from '../retrieval/retriever.ts'

export type * from '../domain/answer.ts'
export type * from '../domain/article.ts'
export type * from '../domain/ask.ts'
export type * from '../domain/block.ts'
export type * from '../domain/citation.ts'
export type * from '../domain/index-snapshot.ts'
export type * from '../domain/language.ts'
export type * from '../domain/library.ts'
export type * from '../domain/paragraph.ts'
export type * from '../domain/passage.ts'
export type * from '../domain/question.ts'
export type * from '../domain/search.ts'
export type * from '../domain/span.ts'
export type * from '../domain/stage.ts'
export type { Log } from '../log.ts'
export type { ChatModel, ChatSettings, ParagraphRetriever }

export interface FootnoteOptions {
  /** Folder that holds the articles. */
  readonly corpusDirectory: string
  /** Folder that holds the index, which is built or brought up to date first. */
  readonly indexDirectory: string
  /** Called with one line for each thing done to the index, and for each article that cannot be used. */
  readonly onNotice?: (notice: string) => void
  /** LangChain chat model that writes the answers; without it, answers are quotations. */
  readonly chatModel?: ChatModel
  /**
   * Limits for the chat model: time, tokens and calls at once.
   *
   * @default 20 seconds for an answer, 4096 tokens of context, 4 calls at once
   */
  readonly chat?: Partial<ChatSettings>
  /**
   * Log that is told when the chat model fails.
   *
   * @default a log that discards everything
   */
  readonly log?: Pick<Log, 'warn'>
}

/** An open index that answers questions and finds paragraphs. */
export interface Footnote extends IndexSnapshot {
  /** The retriever behind `ask` and `search`, for `FootnoteRetriever` of `footnote/langchain`. */
  readonly retriever: Pick<ParagraphRetriever, 'retrieve'>
}

/**
 * Opens the index of a folder of articles for use in another program, and builds it first if necessary.
 *
 * @throws IndexError if the index can be neither opened nor built
 * @throws CorpusError if the articles cannot be read
 * @example
 * ```ts
 * const footnote = await openFootnote({ corpusDirectory: 'corpus', indexDirectory: 'index' })
 * const { answer, citations } = await footnote.ask({ question: 'When was Lambda released?' })
 * ```
 */
export async function openFootnote(options: FootnoteOptions): Promise<Footnote> {
  const { corpusDirectory, indexDirectory, onNotice, chatModel, chat, log = silentLog } = options
  const notices = onNotice === undefined ? {} : { onNotice }
  const { index, report } = await ensureIndex({
    corpusDirectory,
    indexDirectory,
    recipe: builtinRecipe,
    ...notices,
  })
  for (const { message } of [...report.problems, ...report.notes]) onNotice?.(message)
  const settings = { ...USUAL_SETTINGS, ...chat }
  const writer = chatModel && chatWriter(new ChatClient({ model: chatModel, settings, log }))
  const snapshot = openSnapshot(index, { log, writer })
  let retriever: ParagraphRetriever | undefined
  return {
    id: snapshot.id,
    library: snapshot.library,
    ask: snapshot.ask,
    search: snapshot.search,
    get suggestions() {
      return snapshot.suggestions
    },
    get retriever() {
      const lexicalIndex = decodeLexicalIndex(index.lexicalIndex)
      retriever ??= new ParagraphRetriever(
        { ...index, lexicalIndex },
        new BuiltinEmbeddings(lexicalIndex.dictionary),
        RANKING_WEIGHTS,
      )
      return retriever
    },
  }
}
