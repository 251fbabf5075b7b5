import type { Language } from '../../domain/language.ts'
import type { Span } from '../../domain/span.ts'
import type { Statement, StoredStatements } from '../../index/documents/stored-statements.ts'
import type { RankedParagraph } from '../../retrieval/retriever.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import { detectLanguage } from '../../text/languages.ts'
import { TermReader } from '../../text/term-cache.ts'
import type { Answerer, AnswerTask } from '../answerer.ts'
import type { Claim } from '../citations.ts'
import { extractClaims } from '../extractive.ts'
import { composeAnswer } from '../markdown/compose-answer.ts'
import { escapeProse } from '../markdown/escape-prose.ts'
import type { MarkdownPiece } from '../markdown/markdown-piece.ts'
import { quoteMarkdown } from '../markdown/quote-markdown.ts'
import { chooseStatements } from './choose-statements.ts'

/** The statements of an index. */
type StatementTable = Pick<StoredStatements, 'about'>

/** Longest answer of statements, in UTF-16 code units, markers included. */
const LONGEST_ANSWER = 280

/** Left for each paragraph that follows; what is cited first may have the rest. */
const ROOM_FOR_ANOTHER = 90
/** Of the statements that were read last; a statement has some fifteen. */
const REMEMBERED_TERMS = 2 ** 16
/** The name of what answers in sentences that were written ahead. */
const WRITTEN = 'written'

/**
 * Answers people who ask in another language than the article's with sentences that were written ahead in theirs, and
 * cites the article's words. Where there is none about the words that would be quoted first, `otherwise` answers; where
 * there is none about those that would be quoted after them, they are quoted.
 */
export function writtenAnswerer(
  statements: StatementTable,
  dictionary: BilingualDictionary,
  otherwise: Answerer,
): Answerer {
  const reader = new TermReader(dictionary, REMEMBERED_TERMS)
  return (task) => {
    const claims = extractClaims(task.retrieval, task.library, task.maxCitations, task.isBrief)
    const written = writeClaims(claims, task, statements, reader)
    if (written.length === 0) return otherwise(task)
    return {
      answer: composeAnswer(
        written.map(({ pieces }, i) => ({ pieces, markers: [i + 1], standsAlone: true })),
      ),
      claims: written.map(({ claim }) => claim),
      language: task.language,
      answerer: WRITTEN,
    }
  }
}

interface WrittenClaim {
  readonly claim: Claim
  readonly pieces: readonly MarkdownPiece[]
}

/** @returns nothing where the first is not written about */
function writeClaims(
  claims: readonly Claim[],
  task: AnswerTask,
  table: StatementTable,
  reader: TermReader,
): WrittenClaim[] {
  const { inlineMarkup = false } = task
  const written: WrittenClaim[] = []
  let room = LONGEST_ANSWER
  for (const [i, claim] of claims.entries()) {
    const marker = `[${i + 1}]`.length + (i === 0 ? 0 : EMPTY_LINE)
    const left = room - marker
    const choose = statementsFor(claim, task, table, reader)
    const roomy = choose(left - ROOM_FOR_ANOTHER * (claims.length - i - 1))
    const chosen = roomy.length > 0 ? roomy : choose(left)
    const isWrittenAbout = chosen.length > 0 || choose(Number.POSITIVE_INFINITY).length > 0
    if (i === 0 && !isWrittenAbout) return []
    const text = isWrittenAbout ? chosen.map((statement) => statement.text).join(' ') : claim.quote
    // What does not fit ends the answer, so that nothing is passed over for something worse.
    if (text === '' || text.length > left) break
    room = left - text.length
    written.push(
      isWrittenAbout
        ? { claim: narrowed(claim, chosen), pieces: [{ kind: 'prose', markdown: escapeProse(text) }] }
        : { claim, pieces: quoteMarkdown(claim.paragraph, claim, { inlineMarkup }) },
    )
  }
  return written
}

/** @returns what chooses those of the statements about a claim that fit into so many UTF-16 code units */
function statementsFor(
  claim: Claim,
  { retrieval, library, language, isBrief = false }: AnswerTask,
  table: StatementTable,
  reader: TermReader,
): (room: number) => Statement[] {
  const candidate = retrieval.ranked.find(
    ({ paragraphRow }) => library.paragraphAt(paragraphRow).id === claim.paragraph.id,
  )
  if (candidate === undefined) return () => []
  const statements = table
    .about(candidate.paragraphRow)
    .filter((statement) => statement.language === language)
  if (statements.length === 0 || isOwnLanguage(language, claim.quote)) return () => []
  const question = candidate.askedFor ?? retrieval.question
  const choice = {
    question: question.question,
    leansOnHistory: question.parts.length > 1,
    type: question.type,
    quote: claim,
    focus: focusOf(candidate, claim),
    ...(isBrief && { most: 1 }),
  }
  return (room) => chooseStatements(statements, { ...choice, room }, reader)
}

const EMPTY_LINE = 2

/** Both scripts of Chinese are read by those who ask in one of them. */
function isOwnLanguage(wanted: Language, quote: string): boolean {
  const family = (language: Language) => language.slice(0, 2)
  return family(wanted) === family(detectLanguage(quote))
}

function focusOf({ focus }: RankedParagraph, quote: Span): Span {
  const isQuoted = focus !== undefined && focus.start < quote.end && focus.end > quote.start
  return isQuoted ? focus : quote
}

/** The claim with the words that the statements are about. */
function narrowed(claim: Claim, statements: readonly Span[]): Claim {
  const start = Math.min(...statements.map((each) => each.start))
  const end = Math.max(...statements.map((each) => each.end))
  return { ...claim, start, end, quote: claim.paragraph.text.slice(start, end) }
}
