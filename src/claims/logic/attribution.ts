import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { type Alignment, isWithin } from '../alignment.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'

/** Words that say that somebody says something. */
const SPEECH =
  /\b(?:sa(?:ys|id|y)|told|tells?|wrote|writes|written|not(?:es|ed)|argu(?:es|ed)|claim(?:s|ed)|maintain(?:s|ed)|contend(?:s|ed)|call(?:s|ed)|admit(?:s|ted)|remark(?:s|ed)|add(?:s|ed)|suspect(?:s|ed)|think(?:s)?|thought|believe[sd]?|hold(?:s)?|insist(?:s|ed)|credit(?:s|ed)|coined|ask(?:s|ed)|criticis\w+|describ(?:es|ed)|declar(?:es|ed)|announc(?:es|ed)|report(?:s|ed)|according to|estimat(?:es|ed))\b|说|表示|指出|认为|写[道到]|批评|补充|强调|坦言|坚[称持]|推测|质疑|证实|提到|称|透露|承认|回忆|记载|公布|宣布|呼吁|猜测|形容/giu

/** A part of a text that one person says: up to a semicolon. */
interface Statement extends Span {
  readonly sentence: number
}

/**
 * Whether a claim has somebody say what its evidence has another say: the one it names stands in another statement than
 * what is said.
 */
export function misattributes(claim: ReadText, alignment: Alignment): boolean {
  const match = [...claim.text.matchAll(SPEECH)][0]
  if (match === undefined) return false
  const isPrefix = /according to|^据/i.test(match[0])
  const clause = claim.clauses.find(({ start, end }) => match.index >= start && match.index < end)
  if (clause === undefined) return false
  const verbEnd = match.index + match[0].length
  const content = claim.tokens.filter(({ isFunction, kind }) => !isFunction && kind !== 'number')
  const speaker = content.filter((token) =>
    isWithin(
      token,
      isPrefix ? { start: verbEnd, end: clause.end } : { start: clause.start, end: match.index },
    ),
  )
  const said = content.filter((token) => token.start >= verbEnd && !speaker.includes(token))
  if (speaker.length === 0 || said.length < 2) return false
  const statements = alignment.evidence.flatMap((read, sentence) => statementsOf(read, sentence))
  const count = (words: readonly Token[], statement: Statement) =>
    words.filter((word) =>
      alignment
        .mentionsOf(word)
        .some((mention) => mention.sentence === statement.sentence && isWithin(mention, statement)),
    ).length
  const named = statements.map((statement) => count(speaker, statement))
  const told = statements.map((statement) => count(said, statement))
  const teller = told.indexOf(Math.max(...told))
  const most = Math.max(...named)
  const statement = statements[teller]
  if (most === 0 || statement === undefined || itemAt(named, teller) >= most) return false
  // What nobody is said to say may be said of anybody.
  const text = alignment.evidence[statement.sentence]?.text.slice(statement.start, statement.end) ?? ''
  return new RegExp(SPEECH, 'iu').test(text) && itemAt(told, teller) > itemAt(told, named.indexOf(most))
}

function statementsOf({ text }: ReadText, sentence: number): Statement[] {
  const statements: Statement[] = []
  let start = 0
  for (const { index } of text.matchAll(/[;；](?=.)/gu)) {
    statements.push({ sentence, start, end: index + 1 })
    start = index + 1
  }
  return [...statements, { sentence, start, end: text.length }]
}
