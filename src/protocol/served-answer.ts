import type { Answer } from '../domain/answer.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'

/** An answer as people get it: with the name of the generation that it was made from. */
export interface ServedAnswer extends Answer {
  readonly generation: string
}

/** What `POST /ask` answers with, and `npm run ask -- --json` prints. */
export function servedAnswer(answer: Answer, { id }: Pick<IndexSnapshot, 'id'>): ServedAnswer {
  return { ...answer, generation: id }
}
