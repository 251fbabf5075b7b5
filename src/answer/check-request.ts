import { type AskRequest, LONGEST_QUESTION } from '../domain/question.ts'
import { InvalidRequestError } from '../errors.ts'

/** @throws InvalidRequestError that tells the person what to do about it */
export function checkRequest({ question, maxCitations }: AskRequest): void {
  const length = [...question.trim()].length
  if (length === 0) throw new InvalidRequestError('answer', 'The question is empty; ask something.')
  if (length > LONGEST_QUESTION) {
    throw new InvalidRequestError(
      'answer',
      `The question has ${length} characters; ask it in at most ${LONGEST_QUESTION}.`,
    )
  }
  if (maxCitations !== undefined && (!Number.isInteger(maxCitations) || maxCitations < 1)) {
    throw new InvalidRequestError('answer', 'maxCitations must be a whole number from 1.')
  }
}
