import type { Reply, Said } from '../reply.ts'

/** What is said of an article, whatever the language of the turn. */
export type Content = Pick<Reply, 'kind' | 'text' | 'says'> & Partial<Reply>

/** @param text what leads to what is said */
export function answered(says: readonly Said[], text = ''): Content {
  return { kind: 'answer', text, says }
}

/** Says that an article does not say. */
export function declined(text: string): Content {
  return { kind: 'declined', text, says: [] }
}
