import { workerEmit } from 'workerpool'
import { openSnapshot } from '../../answer/open-snapshot.ts'
import type { Answer } from '../../domain/answer.ts'
import type { IndexSnapshot, Suggestion } from '../../domain/index-snapshot.ts'
import type { AskRequest } from '../../domain/question.ts'
import type { SearchRequest, SearchResult } from '../../domain/search.ts'
import { IndexFolder } from '../../storage/index/index-folder.ts'
import { openGeneration } from '../../storage/index/read-generation.ts'
import { type GenerationSource, replyOf, type ThreadEvent, type ThreadReply } from './thread-messages.ts'

/** Generations that a thread keeps open: what is asked of the one before may still be under way when the next one comes. */
const MOST_OPEN = 2

/** A question that any index can be asked, to have read and compiled what answering takes. */
const FIRST_QUESTION = 'When was it released, and who said so?'

const opened = new Map<string, Promise<IndexSnapshot>>()

/** What a thread is asked to do, by name. A generation is opened with the first task that needs it. */
export const THREAD_TASKS = {
  /** Opens a generation. */
  open: (source: GenerationSource): Promise<ThreadReply<string>> =>
    replyOf(async () => (await snapshotOf(source)).id),

  /** Answers once, so that the first one who asks need not wait for what is read and compiled then. */
  warmUp: (source: GenerationSource): Promise<ThreadReply<boolean>> =>
    replyOf(async () => (await (await snapshotOf(source)).ask({ question: FIRST_QUESTION })).answered),

  /** @param wantsParts whether parts of the answer are sent on their way */
  ask: (source: GenerationSource, request: AskRequest, wantsParts: boolean): Promise<ThreadReply<Answer>> =>
    replyOf(async (options) => {
      const { ask } = await snapshotOf(source)
      return ask(request, { ...options, ...(wantsParts && { onPart: (part) => send({ part }) }) })
    }),

  search: (source: GenerationSource, request: SearchRequest): Promise<ThreadReply<readonly SearchResult[]>> =>
    replyOf(async (options) => (await snapshotOf(source)).search(request, options)),

  suggestions: (source: GenerationSource): Promise<ThreadReply<readonly Suggestion[]>> =>
    replyOf(async () => (await snapshotOf(source)).suggestions),
}

function send(event: ThreadEvent): void {
  workerEmit(event)
}

function snapshotOf(source: GenerationSource): Promise<IndexSnapshot> {
  const { folder } = source.pointer
  const known = opened.get(folder)
  if (known !== undefined) return known
  const opening = openGeneration(new IndexFolder(source.indexDirectory), source).then(({ index }) =>
    openSnapshot(index),
  )
  opened.set(folder, opening)
  // Another attempt may find the file that this one did not.
  opening.catch(() => opened.delete(folder))
  for (const other of opened.keys()) if (opened.size > MOST_OPEN && other !== folder) opened.delete(other)
  return opening
}
