import { StringTable } from '../../../src/index/format/string-table.ts'
import { Postings } from '../../../src/index/lexical/postings/postings.ts'
import { TermRows } from '../../../src/index/lexical/postings/term-rows.ts'
import { TermDictionary } from '../../../src/index/lexical/term-dictionary.ts'
import { indexUnanswered } from '../../../src/index/lexical/unanswered.ts'
import { FEATURE_NAMES, type FeatureName } from '../../../src/retrieval/ranking/features.ts'
import type { RankingModel, RankingWeights } from '../../../src/retrieval/ranking/ranking-model.ts'
import { BilingualDictionary, type Gloss } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { compileThesaurus } from '../../../src/text/dictionary/compile-thesaurus.ts'
import { kindOf } from '../../../src/text/terms.ts'
import type { AnsweringParts } from '../answering-parts.ts'
import { onlyOwnWords } from './own-words.ts'

/** An ingredient of the pipeline that can be switched off by itself. */
export interface Ablation {
  readonly name: string
  readonly switchOff: (parts: AnsweringParts) => AnsweringParts
}

/** The lexical search's own dictionary; that of the embeddings stays as it was. */
function withDictionary(parts: AnsweringParts, dictionary: BilingualDictionary): AnsweringParts {
  return withLexicalIndex(parts, { dictionary })
}

function withLexicalIndex(
  parts: AnsweringParts,
  lexicalIndex: Partial<AnsweringParts['index']['lexicalIndex']>,
): AnsweringParts {
  return {
    ...parts,
    index: { ...parts.index, lexicalIndex: { ...parts.index.lexicalIndex, ...lexicalIndex } },
  }
}

function withRanking(parts: AnsweringParts, ranking: RankingModel): AnsweringParts {
  return { ...parts, models: { ...parts.models, ranking } }
}

function withoutFeatures(...names: readonly FeatureName[]): Ablation['switchOff'] {
  const zeros = Object.fromEntries(names.map((name) => [name, 0]))
  return (parts) => {
    const { written, prose, documentation } = parts.models.ranking
    return withRanking(parts, {
      written: { ...written, ...zeros },
      prose: { ...prose, ...zeros },
      documentation: { ...documentation, ...zeros },
    })
  }
}

/** Explains no word, so that none is like another; how telling each is stays known. */
class DictionaryWithoutGlosses extends BilingualDictionary {
  private readonly original: BilingualDictionary

  constructor(original: BilingualDictionary) {
    super(original.data)
    this.original = original
  }

  override glosses(): Gloss[] {
    return []
  }

  override wordRarity(word: string): number {
    return this.original.wordRarity(word)
  }
}

/** Takes every word for as telling as a name. */
class DictionaryWithoutRarity extends BilingualDictionary {
  override rarity(): number {
    return Number.MAX_VALUE
  }

  override wordRarity(): number {
    return Number.MAX_VALUE
  }
}

class TermDictionaryWithoutNeighbours extends TermDictionary {
  override latinLike(): [] {
    return []
  }
}

class TermDictionaryWithoutNumeronyms extends TermDictionary {
  override find(key: string): number | undefined {
    return kindOf(key) === 'numeronym' ? undefined : super.find(key)
  }
}

function withTermDictionary(Other: new (keys: StringTable) => TermDictionary): Ablation['switchOff'] {
  return (parts) =>
    withLexicalIndex(parts, {
      termDictionary: new Other(
        StringTable.fromSections(parts.index.lexicalIndex.termDictionary.toSections()),
      ),
    })
}

function withoutVectors(parts: AnsweringParts): AnsweringParts {
  const { count, dimensions } = parts.index.search
  const search = () => ({ rows: new Int32Array(), scores: new Float32Array() })
  return { ...parts, index: { ...parts.index, search: { count, dimensions, search } } }
}

function withoutQuestionVectors(parts: AnsweringParts): AnsweringParts {
  const { passages, search } = parts.index
  const isText = Array.from({ length: passages.count }, (_, row) => passages.at(row).kind === 'text')
  return {
    ...parts,
    index: {
      ...parts.index,
      search: {
        count: search.count,
        dimensions: search.dimensions,
        search: (vector, k) => search.search(vector, k, (row) => isText[row] === true),
      },
    },
  }
}

function withoutNearestQuestions(parts: AnsweringParts): AnsweringParts {
  return withLexicalIndex(parts, { questions: Postings.of(0, new TermRows(), new Uint16Array()) })
}

/** By the lexical score alone; what scales it decides only how many paragraphs are cited. */
const LEXICAL_WEIGHTS = Object.fromEntries(
  FEATURE_NAMES.map((name) => [name, name === 'lexical' ? 20 : 0]),
) as RankingWeights
const LEXICAL_ORDER: RankingModel = {
  written: LEXICAL_WEIGHTS,
  prose: LEXICAL_WEIGHTS,
  documentation: LEXICAL_WEIGHTS,
}

/** Everything that the ablation table switches off, each by itself. */
export const ABLATIONS: readonly Ablation[] = [
  { name: 'vectors', switchOff: withoutVectors },
  { name: 'vectors of the written questions', switchOff: withoutQuestionVectors },
  {
    name: 'translation and synonyms by the dictionary',
    switchOff: (parts) =>
      withDictionary(parts, new DictionaryWithoutGlosses(parts.index.lexicalIndex.dictionary)),
  },
  {
    name: 'the thesaurus',
    switchOff: (parts) =>
      withDictionary(
        parts,
        new BilingualDictionary({
          ...parts.index.lexicalIndex.dictionary.data,
          thesaurus: compileThesaurus([], [], []),
        }),
      ),
  },
  { name: 'spelling', switchOff: withTermDictionary(TermDictionaryWithoutNeighbours) },
  { name: 'numeronyms (k8s)', switchOff: withTermDictionary(TermDictionaryWithoutNumeronyms) },
  {
    name: 'how telling a word is in general',
    switchOff: (parts) =>
      withDictionary(parts, new DictionaryWithoutRarity(parts.index.lexicalIndex.dictionary.data)),
  },
  {
    name: 'written questions as words of their paragraph',
    switchOff: (parts) => withLexicalIndex(parts, { texts: onlyOwnWords(parts.index) }),
  },
  { name: 'nearest written question', switchOff: withoutNearestQuestions },
  {
    name: 'questions known to be unanswered',
    switchOff: (parts) =>
      withLexicalIndex(parts, { unanswered: indexUnanswered([], parts.index.lexicalIndex.dictionary) }),
  },
  {
    name: 'agreement with the nearest questions in the ranking',
    switchOff: withoutFeatures('shared', 'agreement', 'agreementToBest', 'sameType'),
  },
  {
    name: 'sentences in the ranking',
    switchOff: withoutFeatures('sentence', 'sentenceToBest'),
  },
  { name: 'title and heading in the ranking', switchOff: withoutFeatures('heading') },
  { name: 'type of the nearest question in the ranking', switchOff: withoutFeatures('sameType') },
  {
    name: 'trained ranking (lexical score alone)',
    switchOff: (parts) => withRanking(parts, LEXICAL_ORDER),
  },
  { name: 'earlier questions of a follow-up', switchOff: (parts) => ({ ...parts, withHistory: false }) },
]
