import { LRUCache } from 'lru-cache'
import type { Passage } from '../../domain/passage.ts'
import { normalise } from '../../text/normalise.ts'
import { type QuestionType, questionTypeOf } from '../../text/question-type.ts'
import type { TermReader } from '../../text/term-cache.ts'
import type { SearchableIndex } from '../searchable-index.ts'
import { type WholeTerms, wholeTermsOf } from './whole-terms.ts'

/** A question written ahead, as far as it does not depend on the one asked. */
export interface WrittenQuestion {
  readonly passage: Passage
  readonly terms: WholeTerms
  readonly type: QuestionType
}

const REMEMBERED = 8192

/** Reads questions written ahead, and remembers the latest: the same ones come near most questions. */
export class WrittenQuestionReader {
  private readonly known = new LRUCache<number, WrittenQuestion>({ max: REMEMBERED })
  private readonly index: SearchableIndex
  private readonly reader: TermReader

  constructor(index: SearchableIndex, reader: TermReader) {
    this.index = index
    this.reader = reader
  }

  /**
   * @param row of the question's passage
   * @throws RangeError for a row that there is not
   */
  read(row: number): WrittenQuestion {
    const known = this.known.get(row)
    if (known !== undefined) return known
    const passage = this.index.passages.at(row)
    const { text } = passage
    const question = {
      passage,
      terms: wholeTermsOf(this.reader.read(text), this.index.lexicalIndex),
      type: questionTypeOf(normalise(text)),
    }
    this.known.set(row, question)
    return question
  }
}
