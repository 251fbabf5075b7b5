import { WHOLE_KINDS } from '../../retrieval/evidence/whole-terms.ts'
import type { RankedParagraph, Retrieval } from '../../retrieval/retriever.ts'
import type { QuestionType } from '../../text/question-type.ts'

type AskedType = Exclude<QuestionType, 'other'>

const ASKED_TYPES: readonly AskedType[] = [
  'when',
  'who',
  'how-much',
  'how-many',
  'where',
  'why',
  'definition',
  'list',
]

const FEATURES = [
  'bias',
  /** Ranking features of the best candidate, by their names. */
  'lexical',
  'shared',
  'sameType',
  'cosine',
  'heading',
  'title',
  'said',
  'sentence',
  'window',
  'echo',
  'withNeighbours',
  'section',
  /** What the best candidate says and leaves unsaid, see {@link AnswerEvidence}. */
  'names',
  'outright',
  'nameGap',
  'wordGap',
  'sentenceGap',
  'unsaid',
  'pairs',
  'unknown',
  'ownUnsaid',
  /** Logarithm of its length in hundreds of characters: a long paragraph says much by chance. */
  'paragraphLength',
  /** Logarithms of how many terms and how many ordinary words there are: a long question leaves more unsaid. */
  'length',
  'words',
  'hasWords',
  /** 1 for a question that leans on earlier ones. */
  'followUp',
  /** How near it comes to a question known to be unanswered, and how much nearer than to one that is answered. */
  'unanswered',
  'unansweredLead',
  /** What counts otherwise for a follow-up: the earlier questions are said by what was answered before. */
  'followUpSaid',
  'followUpLength',
  'followUpUnanswered',
  /** How sure the ranking is of the best candidate beside the others. */
  'probability',
] as const

/** What speaks for or against an answer. */
export type ConfidenceFeatureName =
  | (typeof FEATURES)[number]
  /** What is asked for: some things are asked for more often than told. */
  | `asks-${AskedType}`
  /** That the words that would be quoted lack it. */
  | `lacks-${AskedType}`

export const CONFIDENCE_FEATURE_NAMES: readonly ConfidenceFeatureName[] = [
  ...FEATURES,
  ...ASKED_TYPES.map((type) => `asks-${type}` as const),
  ...ASKED_TYPES.map((type) => `lacks-${type}` as const),
]

export type ConfidenceFeatures = Readonly<Record<ConfidenceFeatureName, number>>

/** What is looked at of a candidate. */
export type JudgedParagraph = Pick<
  RankedParagraph,
  'features' | 'probability' | 'evidence' | 'length' | 'holdsAnswer' | 'gap' | 'questions'
>

/** What is looked at of a retrieval. */
export interface JudgedRetrieval
  extends Pick<Retrieval, 'query' | 'question' | 'unanswered' | 'form' | 'asksForName'> {
  /** Best first. */
  readonly ranked: readonly JudgedParagraph[]
}

/** Beyond these a score says no more. */
const MOST_LEXICAL = 1.5
const MOST_QUESTION = 1.2

/** @returns undefined where nothing is asked, or nothing found */
export function confidenceFeatures({
  ranked,
  query,
  question,
  unanswered,
}: JudgedRetrieval): ConfidenceFeatures | undefined {
  const best = ranked[0]
  if (best === undefined || query.length === 0) return undefined
  const { lexical, question: nearest, shared, sameType, cosine, heading, title, said } = best.features
  const { sentence, window, echo, withNeighbours, section } = best.features
  const whole = query.filter(({ kind }) => WHOLE_KINDS.has(kind))
  const words = whole.filter(({ isName }) => !isName).length
  const length = Math.log(1 + query.length)
  const followUp = question.parts.length > 1 ? 1 : 0
  return {
    bias: 1,
    lexical: Math.min(MOST_LEXICAL, lexical),
    shared,
    sameType,
    cosine,
    heading,
    title,
    said,
    sentence,
    window,
    echo,
    withNeighbours,
    section,
    ...best.evidence,
    paragraphLength: Math.log(best.length / 100),
    length,
    words: Math.log(1 + words),
    hasWords: Math.min(1, words),
    followUp,
    unanswered,
    unansweredLead: unanswered - Math.min(MOST_QUESTION, nearest) * shared,
    followUpSaid: followUp * said,
    followUpLength: followUp * length,
    followUpUnanswered: followUp * unanswered,
    probability: best.probability,
    ...forTypes('asks', (type) => question.type === type),
    ...forTypes('lacks', (type) => question.type === type && best.holdsAnswer === false),
  }
}

function forTypes<Prefix extends string>(prefix: Prefix, holds: (type: AskedType) => boolean) {
  return Object.fromEntries(ASKED_TYPES.map((type) => [`${prefix}-${type}`, holds(type) ? 1 : 0])) as Record<
    `${Prefix}-${AskedType}`,
    number
  >
}
