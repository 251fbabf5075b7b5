import type { Span } from '../../domain/span.ts'
import type { Statement } from '../../index/documents/stored-statements.ts'
import { holdsAnswer, type QuestionType } from '../../text/question-type.ts'
import type { TermReader } from '../../text/term-cache.ts'

/** What statements are chosen for. */
export interface StatementChoice {
  readonly question: string
  readonly type: QuestionType
  /** Whether its own words are not all that is asked. */
  readonly leansOnHistory: boolean
  /** The words that would be quoted, and those of them that matter most. */
  readonly quote: Span
  readonly focus: Span
  /** How long the statements may be together, in UTF-16 code units, with a space between them. */
  readonly room: number
  /** How many statements at most. @default 3 */
  readonly most?: number
}

/** So much of a statement's words must be among those that would be quoted. */
const LEAST_INSIDE = 0.8
/** A statement says the same again if so much of its words are another's. */
const MOST_SHARED = 0.2
/** Statements beyond this length are added only for what is asked and not said yet. */
const ENOUGH = 140
const MOST_STATEMENTS = 3
/** What is asked for is one thing, and whoever reads it needs no more. */
const SINGLE: ReadonlySet<QuestionType> = new Set(['when', 'who', 'how-much', 'how-many', 'where'])

/** What a statement is worth for each share of the question that it says, for the kind of thing asked for, and for nearness. */
const FOR_QUESTION = 0.6
const FOR_TYPE = 0.3
const FOR_QUOTE = 0.2
const FOR_DISTANCE = -0.01

/**
 * The statements that say what would be quoted of a paragraph: the one about the words that matter most, and others
 * beside it while they say more of what is asked.
 *
 * @returns in the order of their words; empty where none is about what would be quoted
 */
export function chooseStatements(
  statements: readonly Statement[],
  { question, type, leansOnHistory, quote, focus, room, most = MOST_STATEMENTS }: StatementChoice,
  reader: TermReader,
): Statement[] {
  const asked = keysOf(question, reader)
  const said = new Map(statements.map((statement) => [statement, keysOf(statement.text, reader)]))
  const answers = (text: string) => holdsAnswer(type, text)
  const shareAsked = (statement: Statement, without: ReadonlySet<string>) => {
    const own = said.get(statement) ?? NOTHING
    const gained = [...asked].filter((key) => own.has(key) && !without.has(key))
    return asked.size === 0 ? 0 : gained.length / asked.size
  }
  const worth = (statement: Statement, without: ReadonlySet<string>) =>
    FOR_QUESTION * shareAsked(statement, without) +
    (answers(statement.text) === true ? FOR_TYPE : 0) +
    FOR_QUOTE * (shared(statement, quote) / lengthOf(quote))

  const isSingle = SINGLE.has(type) && !leansOnHistory
  const usable = statements.filter(
    (statement) =>
      shared(statement, quote) >= LEAST_INSIDE * lengthOf(statement) && statement.text.length <= room,
  )
  const first = best(
    usable.filter((statement) => shared(statement, focus) > 0),
    (statement) => shared(statement, focus) / lengthOf(focus) + worth(statement, NOTHING),
  )
  if (first === undefined) return []
  const chosen = [first]
  while (chosen.length < most) {
    const text = textOf(chosen)
    const known = keysSaidBy(chosen)
    const rest = usable.filter(
      (statement) =>
        text.length + 1 + statement.text.length <= room &&
        chosen.every((other) => shared(statement, other) <= MOST_SHARED * lengthOf(statement)),
    )
    const isEnough = isSingle ? answers(text) === true : text.length >= ENOUGH && answers(text) !== false
    if (isEnough && rest.every((statement) => shareAsked(statement, known) === 0)) break
    const here = {
      start: Math.min(...chosen.map(({ start }) => start)),
      end: Math.max(...chosen.map(({ end }) => end)),
    }
    const next = best(rest, (statement) => worth(statement, known) + FOR_DISTANCE * distance(statement, here))
    if (next === undefined) break
    chosen.push(next)
  }
  return (isSingle ? withoutIdle(chosen) : chosen).sort((a, b) => a.start - b.start)

  /** Without what the others do as well without: the first one may lack what is asked for. */
  function withoutIdle(all: readonly Statement[]): Statement[] {
    return all.reduce<Statement[]>(
      (kept, statement) => {
        const others = kept.filter((other) => other !== statement)
        const isIdle =
          others.length > 0 &&
          answers(textOf(others)) === true &&
          shareAsked(statement, keysSaidBy(others)) === 0
        return isIdle ? others : kept
      },
      [...all],
    )
  }

  function keysSaidBy(some: readonly Statement[]): ReadonlySet<string> {
    return new Set(some.flatMap((statement) => [...(said.get(statement) ?? NOTHING)]))
  }
}

const NOTHING: ReadonlySet<string> = new Set()
const TELLING = new Set(['latin', 'number', 'word'])

function keysOf(text: string, reader: TermReader): Set<string> {
  return new Set([...reader.read(text)].flatMap(([key, { kind }]) => (TELLING.has(kind) ? [key] : [])))
}

function textOf(statements: readonly Statement[]): string {
  return statements.map(({ text }) => text).join(' ')
}

function best<Item>(items: readonly Item[], score: (item: Item) => number): Item | undefined {
  const scored = items.map((item) => ({ item, score: score(item) }))
  return scored.sort((a, b) => b.score - a.score)[0]?.item
}

function lengthOf({ start, end }: Span): number {
  return Math.max(1, end - start)
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** What follows explains more often than what goes before. */
function distance(statement: Span, here: Span): number {
  return statement.start >= here.start ? statement.start - here.end : here.start - statement.end + BEFORE
}

const BEFORE = 5
