import { groupQuestions, type QuestionGroup } from './group-questions.ts'
import type { FeedbackEntry, LogEntry, QuestionEntry } from './question-log.ts'

/** What a question log says, for the owner of the articles. */
export interface LogSummary {
  readonly answered: number
  readonly declined: number
  /** Turns that were no questions. */
  readonly conversation: number
  readonly votedUp: number
  readonly votedDown: number
  /** One a day on which something was asked, oldest first. */
  readonly days: readonly DayCount[]
  /** Every question that was asked, alike ones together, the most asked first. */
  readonly asked: readonly QuestionGroup[]
  /** Groups of the questions that the articles did not answer. */
  readonly unanswered: readonly QuestionGroup[]
  /** Groups of requests that were taken for none of the articles' business, such as to write a poem. */
  readonly turnedAway: readonly QuestionGroup[]
  /** Questions whose answers somebody found wrong, the most often first. */
  readonly disliked: readonly DislikedGroup[]
  /** The paragraphs that answers cited, the most used first. */
  readonly paragraphs: readonly UsedParagraph[]
}

export interface DayCount {
  /** `2026-03-01`, in UTC. */
  readonly day: string
  readonly answered: number
  readonly declined: number
}

export interface DislikedGroup {
  /** Only the entries that were voted down. */
  readonly group: QuestionGroup
  readonly votes: number
  /** What people said was wrong, oldest first. */
  readonly comments: readonly string[]
}

export interface UsedParagraph {
  readonly id: string
  /** Number of answers that cited it. */
  readonly uses: number
  /** What it answered, the most asked wording of each question first. */
  readonly questions: readonly QuestionGroup[]
}

/** @param entries oldest first */
export function summariseLog(entries: readonly LogEntry[]): LogSummary {
  const turns = entries.filter((entry) => entry.type === 'question')
  const questions = turns.filter(({ kind }) => kind !== 'conversation')
  const declined = questions.filter(({ kind }) => kind === 'declined')
  const votes = lastVotes(entries.filter((entry) => entry.type === 'feedback'))
  return {
    answered: questions.length - declined.length,
    declined: declined.length,
    conversation: turns.length - questions.length,
    votedUp: votes.filter(({ rating }) => rating === 'up').length,
    votedDown: votes.filter(({ rating }) => rating === 'down').length,
    days: daysOf(questions),
    asked: groupQuestions(questions),
    unanswered: groupQuestions(declined),
    turnedAway: groupQuestions(turns.filter(({ act }) => act === 'out-of-scope')),
    disliked: dislikedOf(questions, votes),
    paragraphs: paragraphsOf(questions),
  }
}

/** The last vote of each person on each answer, with what they have said; votes of nobody in particular count each. */
function lastVotes(votes: readonly FeedbackEntry[]): FeedbackEntry[] {
  const last = new Map<string, FeedbackEntry>()
  for (const [index, vote] of votes.entries()) {
    const key = `${vote.answer} ${vote.voter ?? index}`
    const comment =
      vote.comment ?? (last.get(key)?.rating === vote.rating ? last.get(key)?.comment : undefined)
    last.set(key, { ...vote, ...(comment === undefined ? {} : { comment }) })
  }
  return [...last.values()]
}

function daysOf(questions: readonly QuestionEntry[]): DayCount[] {
  const days = new Map<string, { answered: number; declined: number }>()
  for (const { at, kind } of questions) {
    const day = at.slice(0, 10)
    const count = days.get(day) ?? { answered: 0, declined: 0 }
    if (kind === 'declined') count.declined += 1
    else count.answered += 1
    days.set(day, count)
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, count]) => ({ day, ...count }))
}

function dislikedOf(questions: readonly QuestionEntry[], votes: readonly FeedbackEntry[]): DislikedGroup[] {
  const against = new Map<string, FeedbackEntry[]>()
  for (const vote of votes) {
    if (vote.rating === 'down') against.set(vote.answer, [...(against.get(vote.answer) ?? []), vote])
  }
  return groupQuestions(questions.filter(({ id }) => against.has(id)))
    .map((group) => {
      const ids = new Set(group.entries.map(({ id }) => id))
      const down = [...ids].flatMap((id) => against.get(id) ?? [])
      return { group, votes: down.length, comments: down.flatMap(({ comment }) => comment ?? []) }
    })
    .sort((a, b) => b.votes - a.votes)
}

function paragraphsOf(questions: readonly QuestionEntry[]): UsedParagraph[] {
  const uses = new Map<string, QuestionEntry[]>()
  for (const entry of questions) {
    for (const id of new Set(entry.paragraphs)) uses.set(id, [...(uses.get(id) ?? []), entry])
  }
  return [...uses]
    .map(([id, entries]) => ({ id, uses: entries.length, questions: groupQuestions(entries) }))
    .sort((a, b) => b.uses - a.uses)
}
