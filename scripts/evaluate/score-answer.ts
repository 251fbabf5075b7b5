import type { Answer } from '../../src/domain/answer.ts'
import type { BlockKind } from '../../src/domain/block.ts'
import { type EvaluationQuestion, isUnanswerable } from './question-set.ts'

/** Longest answer that counts, in characters (code points): in prose, and with code, a list or a table in it. */
const LONGEST_ANSWER = { prose: 280, structured: 1500 } as const

const STRUCTURED: ReadonlySet<BlockKind> = new Set(['code', 'list', 'table'])

/** What came of asking a question. */
export interface Outcome {
  /** Undefined where it failed. */
  readonly answer:
    | Pick<Answer, 'answered' | 'answer' | 'citations' | 'confidence' | 'related' | 'answerer'>
    | undefined
  readonly milliseconds: number
}

/** How good an answer is. */
export interface Score {
  readonly unanswerable: boolean
  readonly failed: boolean
  readonly answered: boolean
  /** The first citation is of a paragraph that holds one of the gold words. */
  readonly citedFirst: boolean
  /** One of the first three is. */
  readonly citedAmongThree: boolean
  /** It is short enough and holds one of the accepted answers; one in other words is judged by the words that it cites. */
  readonly holdsAnswer: boolean
  /** Each quote stands verbatim in its paragraph. */
  readonly quotesAreVerbatim: boolean
  readonly milliseconds: number
}

/** A declined question counts as a miss in all of cited and answered. */
export function scoreAnswer(question: EvaluationQuestion, { answer, milliseconds }: Outcome): Score {
  const answered = answer?.answered === true
  const citations = answer?.citations ?? []
  const holdsGold = ({ text }: { readonly text: string }) => isGold(question, text)
  return {
    unanswerable: isUnanswerable(question),
    failed: answer === undefined,
    answered,
    citedFirst: answered && citations.slice(0, 1).some(holdsGold),
    citedAmongThree: answered && citations.slice(0, 3).some(holdsGold),
    holdsAnswer:
      answered &&
      [...answer.answer].length <= longestAnswer(answer) &&
      question.answer.some((accepted) => squash(wordsOf(answer)).includes(squash(accepted))),
    quotesAreVerbatim: citations.every(({ quote, text }) => quote !== '' && text.includes(quote)),
    milliseconds,
  }
}

function longestAnswer({ citations }: Pick<Answer, 'citations'>): number {
  return citations.some(({ kind }) => STRUCTURED.has(kind)) ? LONGEST_ANSWER.structured : LONGEST_ANSWER.prose
}

function wordsOf({ answer, answerer, citations }: NonNullable<Outcome['answer']>): string {
  return answerer === 'extractive' ? answer : [answer, ...citations.map(({ quote }) => quote)].join('\n')
}

/** Whether a paragraph is one that answers the question. */
export function isGold({ gold }: Pick<EvaluationQuestion, 'gold'>, text: string): boolean {
  const squashed = squash(text)
  return gold.some((words) => squashed.includes(squash(words)))
}

/** Width, case and white space make no difference. */
function squash(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
