import { Dictionary, type DictionaryData } from '../../text/dictionary/dictionary.ts'
import type { ThesaurusData } from '../../text/dictionary/thesaurus.ts'
import { type Sections, section, textSection, withoutPrefix, withPrefix } from '../format/container.ts'
import { StringTable } from '../format/string-table.ts'
import { Postings } from './postings/postings.ts'
import { decodeUnanswered, encodeUnanswered, type UnansweredQuestions } from './unanswered.ts'
import { Vocabulary } from './vocabulary.ts'

/** Names the way passages and terms are made with a dictionary; raise it when they would be others. */
export const ANALYSIS = 'terms/7'

/** The lexical side of an index. Rows are those of the passages. */
export interface Lexicon {
  readonly dictionary: Dictionary
  readonly vocabulary: Vocabulary
  /** Pieces of paragraphs, with the terms of all that was written ahead about them. */
  readonly texts: Postings
  /** Questions written ahead, each by itself. */
  readonly questions: Postings
  /** Names and context written ahead about each paragraph, by its row; empty where there is nothing. */
  readonly remarks: StringTable
  readonly unanswered: UnansweredQuestions
}

export function encodeLexicon(lexicon: Lexicon): Sections {
  const { dictionary, vocabulary, texts, questions, remarks, unanswered } = lexicon
  return {
    ...withPrefix('dictionary', encodeDictionary(dictionary.data)),
    ...withPrefix('vocabulary', vocabulary.toSections()),
    ...withPrefix('texts', texts.toSections()),
    ...withPrefix('questions', questions.toSections()),
    ...withPrefix('remarks', remarks.toSections()),
    ...withPrefix('unanswered', encodeUnanswered(unanswered)),
  }
}

/** @throws IndexError `damaged` where the sections hold no lexicon */
export function decodeLexicon(sections: Sections): Lexicon {
  return {
    dictionary: new Dictionary(decodeDictionary(withoutPrefix('dictionary', sections))),
    vocabulary: Vocabulary.fromSections(withoutPrefix('vocabulary', sections)),
    texts: Postings.fromSections(withoutPrefix('texts', sections)),
    questions: Postings.fromSections(withoutPrefix('questions', sections)),
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
    thesaurus: decodeThesaurus(withoutPrefix('thesaurus', sections)),
  }
}

function decodeThesaurus(sections: Sections): ThesaurusData {
  return {
    words: section(sections, 'words', Uint8Array),
    stems: section(sections, 'stems', Uint8Array),
    others: textSection(sections, 'others'),
    memberCounts: section(sections, 'memberCounts', Uint8Array),
    members: section(sections, 'members', Uint16Array),
  }
}
