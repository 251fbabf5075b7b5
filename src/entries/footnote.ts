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
  /** Folder of the articles. */
  readonly corpusDirectory: string
  /** Folder of the index, which is built first where it has to be. */
  readonly indexDirectory: string
  /** Told what was done to the index, and which articles cannot be used. */
  readonly onNotice?: (notice: string) => void
  /** Any of LangChain's chat models, which then writes the answers; without it they are quotations. */
  readonly chatModel?: ChatModel
  /** How the chat model may be used. */
  readonly chat?: Partial<ChatSettings>
  /** Told when the chat model fails. */
  readonly log?: Pick<Log, 'warn'>
}

/** An index that answers and finds, and its retriever for LangChain. */
export interface Footnote extends IndexSnapshot {
  readonly retriever: Pick<ParagraphRetriever, 'retrieve'>
}

/**
 * Opens the index of a folder of articles, to be used in another program.
 *
 * @throws IndexError where it can be neither opened nor built; CorpusError where the articles cannot be read
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
