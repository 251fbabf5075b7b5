import { BilingualDictionary, type DictionaryData } from '../../text/dictionary/bilingual-dictionary.ts'
import type { ThesaurusData } from '../../text/dictionary/thesaurus.ts'
import { type Sections, section, textSection, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { Postings } from './postings/postings.ts'
import { SentenceTerms } from './sentence-terms.ts'
import { TermDictionary } from './term-dictionary.ts'
import { decodeUnanswered, encodeUnanswered, type UnansweredQuestions } from './unanswered.ts'

/** Version of chunking and tokenisation. Raise it when either produces something else. */
export const ANALYSIS = 'terms/10'

/** How often the headings' postings count a term of the nearest heading. */
export const IN_HEADING = 2

/** The lexical side of an index. Rows are those of the passages. */
export interface LexicalIndex {
  readonly dictionary: BilingualDictionary
  readonly termDictionary: TermDictionary
  /** Pieces of paragraphs, with the terms of all that was written ahead about them. */
  readonly texts: Postings
  /**
   * Titles and headings, as a field of the pieces that stand under them: {@link IN_HEADING} times a term of the nearest
   * heading, once one of the title or of a heading further up.
   */
  readonly headings: Postings
  /** Questions written ahead, each by itself. */
  readonly questions: Postings
  /** The sentences of each paragraph, by its row. */
  readonly sentences: SentenceTerms
  /** Names and context written ahead about each paragraph, by its row; empty where there is nothing. */
  readonly remarks: StringTable
  readonly unanswered: UnansweredQuestions
}

export function encodeLexicalIndex(lexicalIndex: LexicalIndex): Sections {
  const { dictionary, termDictionary, texts, headings, questions, sentences, remarks, unanswered } =
    lexicalIndex
  return {
    ...withPrefix('dictionary', encodeDictionary(dictionary.data)),
    ...withPrefix('vocabulary', termDictionary.toSections()),
    ...withPrefix('texts', texts.toSections()),
    ...withPrefix('headings', headings.toSections()),
    ...withPrefix('questions', questions.toSections()),
    ...withPrefix('sentences', sentences.toSections()),
    ...withPrefix('remarks', remarks.toSections()),
    ...withPrefix('unanswered', encodeUnanswered(unanswered)),
  }
}

/** @throws IndexError `damaged` where the sections hold no lexical index */
export function decodeLexicalIndex(sections: Sections): LexicalIndex {
  return {
    dictionary: new BilingualDictionary(decodeDictionary(withoutPrefix('dictionary', sections))),
    termDictionary: TermDictionary.fromSections(withoutPrefix('vocabulary', sections)),
    texts: Postings.fromSections(withoutPrefix('texts', sections)),
    headings: Postings.fromSections(withoutPrefix('headings', sections)),
    questions: Postings.fromSections(withoutPrefix('questions', sections)),
    sentences: SentenceTerms.fromSections(withoutPrefix('sentences', sections)),
    remarks: StringTable.fromSections(withoutPrefix('remarks', sections)),
    unanswered: decodeUnanswered(withoutPrefix('unanswered', sections)),
  }
}

function encodeDictionary({ thesaurus, ...rest }: DictionaryData): Sections {
  return { ...rest, ...withPrefix('thesaurus', { ...thesaurus }) }
}

function decodeDictionary(sections: Sections): DictionaryData {
  return {
    version: textSection(sections, 'version'),
    words: textSection(sections, 'words'),
    stems: textSection(sections, 'stems'),
    glossCounts: section(sections, 'glossCounts', Uint8Array),
    glossStems: section(sections, 'glossStems', Uint16Array),
    glossWeights: section(sections, 'glossWeights', Uint8Array),
    stemRarity: section(sections, 'stemRarity', Float32Array),
    names: section(sections, 'names', Uint8Array),
    readings: textSection(sections, 'readings'),
    thesaurus: decodeThesaurus(withoutPrefix('thesaurus', sections)),
  }
}

function decodeThesaurus(sections: Sections): ThesaurusData {
  return {
    words: section(sections, 'words', Uint8Array),
    stems: section(sections, 'stems', Uint8Array),
    others: textSection(sections, 'others'),
    memberCounts: section(sections, 'memberCounts', Uint8Array),
    members: section(sections, 'members', Uint32Array),
  }
}
