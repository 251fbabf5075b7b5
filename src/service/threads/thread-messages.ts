import type { AnswerPart, AskOptions } from '../../domain/ask.ts'
import type { Stage } from '../../domain/stage.ts'
import { type Component, IndexError, type IndexFault, InvalidRequestError } from '../../errors.ts'
import type { StoredGeneration } from '../../storage/index/read-generation.ts'

/** What a thread opens an index from. The bytes are shared with it, the rest is copied. */
export interface GenerationSource extends Pick<StoredGeneration, 'pointer' | 'manifest' | 'portable'> {
  readonly indexDirectory: string
}

/** What a thread says while it works on a question. */
export interface ThreadEvent {
  readonly part: AnswerPart
}

/** What becomes of a task: errors of this program keep their class, which a copy between threads would lose. */
export type ThreadReply<T> = ({ readonly value: T } | { readonly error: PassedError }) & {
  /** How long the stages took. Each told as it ends, they were most of what passes between two threads. */
  readonly stages: readonly Stage[]
}

type PassedError =
  | { readonly type: 'request'; readonly component: Component; readonly message: string }
  | { readonly type: 'index'; readonly fault: IndexFault; readonly message: string }
  | { readonly type: 'other'; readonly message: string; readonly stack: string | undefined }

/** The result of a task, to be sent. */
export async function replyOf<T>(task: (options: AskOptions) => Promise<T>): Promise<ThreadReply<T>> {
  const stages: Stage[] = []
  try {
    return { value: await task({ onStage: (stage) => stages.push(stage) }), stages }
  } catch (error) {
    return { error: passed(error), stages }
  }
}

/**
 * The result of a task that a thread has sent.
 * @throws what the task threw there
 */
export function resultOf<T>(reply: ThreadReply<T>): T {
  if ('value' in reply) return reply.value
  throw received(reply.error)
}

function passed(error: unknown): PassedError {
  if (error instanceof InvalidRequestError)
    return { type: 'request', component: error.component, message: error.message }
  if (error instanceof IndexError) return { type: 'index', fault: error.fault, message: error.message }
  if (error instanceof Error) return { type: 'other', message: error.message, stack: error.stack }
  return { type: 'other', message: String(error), stack: undefined }
}

function received(error: PassedError): Error {
  if (error.type === 'request') return new InvalidRequestError(error.component, error.message)
  if (error.type === 'index') return new IndexError(error.fault, error.message)
  const made = new Error(error.message)
  if (error.stack !== undefined) made.stack = error.stack
  return made
}
