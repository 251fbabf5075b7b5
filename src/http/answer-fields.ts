import type { Answer } from '../domain/answer.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'

/** What the log line of a request says of its answer; nobody's words are in it. */
export function answerFields(
  { answered, confidence, language, answerer }: Answer,
  { id }: Pick<IndexSnapshot, 'id'>,
): Record<string, unknown> {
  return { generation: id, answered, confidence, language, answerer }
}
