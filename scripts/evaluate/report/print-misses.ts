import { isUnanswerable } from '../question-set.ts'
import type { ScoredQuestion } from '../run-questions.ts'

/** What was missed, for a terminal: unanswerable and answered, or not cited first, or without the answer. */
export function printMisses(scored: readonly ScoredQuestion[]): string {
  return scored.filter(isMissed).map(describeMiss).join('\n')
}

function isMissed({ question, score }: ScoredQuestion): boolean {
  return isUnanswerable(question) ? score.answered : !(score.citedFirst && score.holdsAnswer)
}

function describeMiss({ question, outcome: { answer }, score }: ScoredQuestion): string {
  const { id = '?', q, lang, kind, history = [], gold, answer: accepted } = question
  const came =
    answer === undefined
      ? 'failed'
      : `${answer.answered ? 'answered' : 'declined'} at ${answer.confidence.toFixed(2)}: ${oneLine(answer.answered ? answer.answer : (answer.related[0]?.text ?? ''))}`
  const lines = [`${id} [${lang} ${kind}] ${[...history, q].join(' → ')}`, `   ${came}`]
  if (!isUnanswerable(question)) {
    const missed = [
      score.citedFirst ? '' : score.citedAmongThree ? 'not cited first' : 'not cited',
      score.holdsAnswer ? '' : 'answer not in it',
    ].filter((miss) => miss !== '')
    lines.push(`   ${missed.join(', ')}; wanted: ${accepted.join(' | ')}   in: ${gold.join(' | ')}`)
  }
  return lines.join('\n')
}

function oneLine(text: string): string {
  const folded = text.replace(/\s+/g, ' ')
  return folded.length > 160 ? `${folded.slice(0, 160)}…` : folded
}
