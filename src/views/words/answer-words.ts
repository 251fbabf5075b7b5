/** Words about some number of things: `one` for one of them, `other` for any other number, which replaces `{n}`. */
export interface Counted {
  readonly one: string
  readonly other: string
}

/**
 * What the interface says around answers, in one language. Plain strings, so that a page can hand them to its script;
 * `{n}` stands for a number, `{title}` for a title.
 */
export interface AnswerWords {
  readonly question: string
  readonly send: string
  readonly stop: string
  readonly answering: string
  readonly answerReady: string
  readonly stopped: string
  readonly failed: string
  readonly unreachable: string
  readonly offline: string
  /** The service is there and answers, but not a page of this site. */
  readonly notAllowed: string
  readonly tooMany: string
  readonly needsKey: string
  readonly key: string
  readonly retry: string
  readonly sources: Counted
  /** Name of a marker for those who do not see where it leads. */
  readonly source: string
  readonly paragraph: string
  /** Instead of a paragraph, where the source is the header of an article. */
  readonly header: string
  readonly read: string
  readonly nearest: string
  readonly suggestions: string
  readonly unsure: string
  readonly copy: string
  readonly copied: string
  readonly share: string
  readonly linkCopied: string
  readonly helpful: string
  readonly unhelpful: string
  readonly why: string
  readonly reasons: Readonly<Record<FeedbackReason, string>>
  readonly thanks: string
  readonly feedbackLost: string
  readonly close: string
}

/** Why an answer was of no use. */
export type FeedbackReason = 'wrong-source' | 'wrong-answer' | 'incomplete' | 'should-have-answered'

/** Puts values into a text: `{n}`, `{title}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder))
}

export function count(words: Counted, n: number): string {
  return fill(n === 1 ? words.one : words.other, { n })
}
