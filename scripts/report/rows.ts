import { html } from 'hono/html'
import { findParagraph } from '../../src/answer/find-paragraph.ts'
import type { Citation } from '../../src/domain/citation.ts'
import type { Library } from '../../src/domain/library.ts'
import type { QuestionGroup } from '../../src/question-log/group-questions.ts'
import type { DislikedGroup, UsedParagraph } from '../../src/question-log/summarise-log.ts'
import type { AnswersNow } from './ask-again.ts'
import type { KnownQuestions } from './known-questions.ts'
import { questionsEntry, type SidecarEntry, unansweredEntry } from './sidecar-entries.ts'

/** What rows are made with. */
export interface RowContext {
  readonly library: Library
  readonly answersNow: AnswersNow
  readonly known: KnownQuestions
}

export type Html = ReturnType<typeof html>

/** Longest excerpt of a paragraph, in code points. */
const MOST_EXCERPT = 240
/** Comments that are shown at once. */
const MOST_COMMENTS = 5
/** Questions shown below a paragraph. */
const MOST_QUESTIONS = 100

/** A question that was not answered: what comes nearest, and an entry that says that the article does not say it. */
export function unansweredRow(group: QuestionGroup, context: RowContext): Html {
  const now = context.answersNow.get(group.question)
  const nearest = now?.related[0]
  const citation = citedNow(group.question, context)
  if (citation !== undefined) {
    return html`<li>${question(group)}
<p class="good">The articles answer it by now: ${citation.quote}</p></li>`
  }
  return html`<li>${question(group)}
${nearest === undefined ? '' : html`<p class="small">Nearest: ${place(nearest, context.library)} ${cut(nearest.text)}</p>`}
${nearest === undefined ? '' : questionsToCopy({ ...nearest, quote: nearest.text }, group, context)}
${unansweredToCopy(nearest?.article, group, context)}</li>`
}

/** A request that was taken for none of the articles' business, and whether it is one now. */
export function turnedAwayRow(group: QuestionGroup, context: RowContext): Html {
  const citation = citedNow(group.question, context)
  return html`<li>${question(group)}
${citation === undefined ? '' : html`<p class="good">The articles answer it by now: ${citation.quote}</p>`}</li>`
}

/** A question that was asked: what answers it now, and entries for the case that this is right and that it is wrong. */
export function askedRow(group: QuestionGroup, context: RowContext): Html {
  const citation = citedNow(group.question, context)
  if (citation === undefined) {
    const isAnswered = group.entries.some(({ kind }) => kind === 'answer')
    return html`<li>${question(group)}${isAnswered ? '' : html` <span class="bad">not answered</span>`}</li>`
  }
  const confidence = Math.round(100 * (context.answersNow.get(group.question)?.confidence ?? 0))
  return html`<li>${question(group)}
<p class="small">${place(citation, context.library)} ${citation.quote} <span class="count">confidence ${confidence} %</span></p>
${questionsToCopy(citation, group, context)}
${citation.paragraph === 0 ? '' : unansweredToCopy(citation.article, group, context)}</li>`
}

/** A question whose answers somebody found wrong: what they said, what was cited, and what is answered now. */
export function dislikedRow({ group, votes, comments }: DislikedGroup, context: RowContext): Html {
  const cited = new Set(group.entries.flatMap(({ paragraphs }) => paragraphs))
  const citation = citedNow(group.question, context)
  const isOther = citation !== undefined && !cited.has(citation.id)
  return html`<li>${question(group, `${votes} 👎`)}
${said(comments)}
${[...cited].map((id) => html`<p class="small">${paragraphText(id, context.library)}</p>`)}
${isOther ? html`<p class="good">The answer is another one by now: ${citation.quote}</p>` : ''}
${unansweredToCopy(citation?.article, group, context)}</li>`
}

/** What people said was wrong, the latest first; of many the rest is folded away. */
function said(comments: readonly string[]): Html {
  const quotes = [...new Set([...comments].reverse())].map(
    (comment) => html`<blockquote>${comment}</blockquote>`,
  )
  const rest = quotes.slice(MOST_COMMENTS)
  return html`${quotes.slice(0, MOST_COMMENTS)}
${rest.length === 0 ? '' : html`<details><summary>${rest.length} more</summary>${rest}</details>`}`
}

/** A paragraph that answers cited, and what they answered. */
export function paragraphRow({ id, uses, questions }: UsedParagraph, { library }: RowContext): Html {
  return html`<li><span class="count">${uses} ×</span> ${paragraphText(id, library)}
<details><summary>${questions.length} ${questions.length === 1 ? 'question' : 'questions'}</summary>
<ul>${questions.slice(0, MOST_QUESTIONS).map((group) => html`<li>${question(group)}</li>`)}</ul></details></li>`
}

function citedNow(question: string, { answersNow }: RowContext): Citation | undefined {
  const now = answersNow.get(question)
  return now?.answered === true ? now.citations[0] : undefined
}

function question(
  { question: asked, wordings, entries }: QuestionGroup,
  count = `${entries.length} ×`,
): Html {
  const [, ...others] = wordings
  return html`<b>${asked}</b> <span class="count">${count}</span>${followUp(leansOnConversation({ entries }))}
${others.length === 0 ? '' : html`<details><summary>${others.length} other ${others.length === 1 ? 'wording' : 'wordings'}</summary><ul>${others.map((wording) => html`<li>${wording}</li>`)}</ul></details>`}`
}

function leansOnConversation({ entries }: Pick<QuestionGroup, 'entries'>): boolean {
  return entries.every(({ isFollowUp }) => isFollowUp)
}

function followUp(isFollowUp: boolean): Html | string {
  return isFollowUp
    ? html` <span class="small">in a conversation: its words alone may not say what was meant</span>`
    : ''
}

/** Nothing can be written about a front matter, nor about what leans on a conversation. */
function questionsToCopy(
  { id, article, paragraph, quote }: Pick<Citation, 'id' | 'article' | 'paragraph' | 'quote'>,
  group: QuestionGroup,
  { library, known }: RowContext,
): Html | string {
  if (paragraph === 0 || leansOnConversation(group)) return ''
  const entry = questionsEntry({ id, article, quote }, withoutKnown(group, known.isWritten), library)
  return toCopy('If this answers it', entry, group.wordings.every(known.isWritten))
}

function unansweredToCopy(
  article: string | undefined,
  group: QuestionGroup,
  { library, known }: RowContext,
): Html | string {
  if (leansOnConversation(group)) return ''
  const entry = unansweredEntry(article, withoutKnown(group, known.isUnanswered), library)
  return toCopy('If the article does not say it', entry, group.wordings.every(known.isUnanswered))
}

function withoutKnown(group: QuestionGroup, isKnown: (question: string) => boolean): QuestionGroup {
  return { ...group, wordings: group.wordings.filter((wording) => !isKnown(wording)) }
}

/** An entry to copy, under the name of the file that it belongs in. */
function toCopy(when: string, { file, yaml }: SidecarEntry, isThere: boolean): Html {
  if (isThere) return html`<p class="small">In <code>${file}</code> already.</p>`
  return html`<details><summary>${when}: for <code>${file}</code></summary><pre>${yaml}</pre><button type="button" data-copy>Copy</button></details>`
}

interface Placed {
  readonly title: string
  readonly section: string
  readonly paragraph: number
}

/** Where a paragraph stands; of a single article the title says nothing. */
function place({ title, section, paragraph }: Placed, { articleCount }: Library): Html {
  const where = paragraph === 0 ? 'about the article' : `¶ ${paragraph}`
  const names = [articleCount === 1 ? '' : title, section, where]
  return html`<i>${names.filter((name) => name !== '').join(' · ')}</i>`
}

function paragraphText(id: string, library: Library): Html {
  const found = findParagraph(id, library)
  if (found === undefined) return html`<i>${id}, which has changed or gone</i>`
  const { article, paragraph } = found
  const where = { title: article.title, section: paragraph.section, paragraph: paragraph.position }
  return html`${place(where, library)} ${cut(paragraph.text)}`
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= MOST_EXCERPT ? text : `${characters.slice(0, MOST_EXCERPT).join('')}…`
}
