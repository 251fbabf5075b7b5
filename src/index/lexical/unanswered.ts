import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { termsOf } from '../../text/terms.ts'
import { type Sections, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { Postings } from './postings/postings.ts'
import { TermRows } from './postings/term-rows.ts'
import { TermDictionary } from './term-dictionary.ts'

/**
 * Questions that the corpus is known not to answer. Their words are kept apart from those of the corpus: that a word
 * stands here says that it stands nowhere there.
 */
export interface UnansweredQuestions {
  readonly texts: StringTable
  readonly termDictionary: TermDictionary
  /** Postings by the row of the question in `texts`. */
  readonly postings: Postings
}

export function indexUnanswered(
  questions: readonly string[],
  dictionary: BilingualDictionary,
): UnansweredQuestions {
  const terms = questions.map((question) => termsOf(question, dictionary))
  const keys = [...new Set(terms.flatMap((row) => [...row.keys()]))].sort()
  const numbers = new Map(keys.map((key, number) => [key, number]))
  const rows = new TermRows()
  for (const row of terms) {
    for (const [key, { count }] of row) rows.add(numbers.get(key) as number, count)
    rows.endRow()
  }
  // Every question counts alike, however long it is.
  const lengths = new Uint16Array(questions.length).fill(1)
  return {
    texts: StringTable.of(questions),
    termDictionary: new TermDictionary(StringTable.of(keys)),
    postings: Postings.of(keys.length, rows, lengths),
  }
}

export function encodeUnanswered({ texts, termDictionary, postings }: UnansweredQuestions): Sections {
  return {
    ...withPrefix('texts', texts.toSections()),
    ...withPrefix('vocabulary', termDictionary.toSections()),
    ...withPrefix('postings', postings.toSections()),
  }
}

/** @throws IndexError `damaged` where the sections hold no such questions */
export function decodeUnanswered(sections: Sections): UnansweredQuestions {
  return {
    texts: StringTable.fromSections(withoutPrefix('texts', sections)),
    termDictionary: TermDictionary.fromSections(withoutPrefix('vocabulary', sections)),
    postings: Postings.fromSections(withoutPrefix('postings', sections)),
  }
}
