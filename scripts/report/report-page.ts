import { html, raw } from 'hono/html'
import type { Library } from '../../src/domain/library.ts'
import { articleIdOf } from '../../src/paragraph-id.ts'
import type { QuestionGroup } from '../../src/question-log/group-questions.ts'
import type { DislikedAnswer, LogSummary, UsedParagraph } from '../../src/question-log/summarise-log.ts'
import type { AnswersNow } from './ask-again.ts'
import { dayChart } from './day-chart.ts'
import { COPY_SCRIPT, STYLE } from './page-assets.ts'
import { questionsEntry, type SidecarEntry, unansweredEntry } from './sidecar-entries.ts'

export interface ReportPage {
  readonly summary: LogSummary
  /** Days that the report looks back. */
  readonly days: number
  /** When it was made; ISO 8601. */
  readonly at: string
  readonly library: Library
  readonly answersNow: AnswersNow
}

/** Rows of each list; the log has the rest. */
export const MOST_ROWS = 100
const MOST_EXCERPT = 240

type Html = ReturnType<typeof html>

/** The report as one page that needs nothing beside it. What people wrote is escaped by the template. */
export async function reportPage(page: ReportPage): Promise<string> {
  const { summary, days, at } = page
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Questions of ${days} days</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<h1>Questions of ${days} days</h1>
<p class="small">Made ${at.slice(0, 16).replace('T', ' ')} UTC. Holds what people wrote; keep it to yourself.</p>
${figures(summary)}
${raw(dayChart(summary.days))}
<h2 id="unanswered">Not answered</h2>
${summary.unanswered.length === 0 ? empty('Everything was answered.') : html`<ol>${summary.unanswered.slice(0, MOST_ROWS).map((group) => unansweredRow(group, page))}</ol>`}
<h2 id="disliked">Voted down</h2>
${summary.disliked.length === 0 ? empty('Nobody found an answer wrong.') : html`<ol>${summary.disliked.slice(0, MOST_ROWS).map((each) => dislikedRow(each, page))}</ol>`}
<h2 id="asked">Most asked</h2>
${summary.asked.length === 0 ? empty('Nothing was asked.') : html`<ol>${summary.asked.slice(0, MOST_ROWS).map((group) => askedRow(group, page))}</ol>`}
<h2 id="paragraphs">Paragraphs most used</h2>
${summary.paragraphs.length === 0 ? empty('No paragraph was cited.') : html`<ol>${summary.paragraphs.slice(0, MOST_ROWS).map((each) => paragraphRow(each, page))}</ol>`}
<script>${raw(COPY_SCRIPT)}</script>
</body>
</html>
`
  return String(await body)
}

function empty(text: string): Html {
  return html`<p class="small">${text}</p>`
}

function figures({ answered, declined, conversation, votedUp, votedDown }: LogSummary): Html {
  const asked = answered + declined
  const share = asked === 0 ? '' : ` (${Math.round((100 * answered) / asked)} %)`
  return html`<dl>
<div><dt>asked</dt><dd>${asked}</dd></div>
<div><dt>answered</dt><dd>${answered}${share}</dd></div>
<div><dt>not answered</dt><dd>${declined}</dd></div>
<div><dt>👍 / 👎</dt><dd>${votedUp} / ${votedDown}</dd></div>
<div><dt>courtesies</dt><dd>${conversation}</dd></div>
</dl>`
}

function unansweredRow(group: QuestionGroup, { answersNow, library }: ReportPage): Html {
  const now = answersNow.get(group.question)
  const nearest = now?.related[0]
  const [citation] = now?.answered === true ? now.citations : []
  return html`<li>${question(group)}
${citation === undefined ? '' : html`<p class="good">The articles answer it by now: ${citation.quote}</p>`}
${nearest === undefined ? '' : html`<p class="small">Nearest: ${place(nearest)} ${cut(nearest.text)}</p>`}
${citation === undefined ? entry(unansweredEntry(nearest?.article, group, library)) : ''}</li>`
}

function askedRow(group: QuestionGroup, page: ReportPage): Html {
  const now = page.answersNow.get(group.question)
  const [citation] = now?.answered === true ? now.citations : []
  if (citation === undefined) return html`<li>${question(group)}</li>`
  return html`<li>${question(group)}
<p class="small">${place(citation)} ${citation.quote}</p>
${entry(questionsEntry(citation, group, page.library))}</li>`
}

function dislikedRow({ entry: asked, votes, comments }: DislikedAnswer, page: ReportPage): Html {
  const shown = asked.paragraphs.map((id) => paragraphText(id, page.library))
  return html`<li><b>${asked.question}</b> <span class="count">${votes} 👎</span>${followUp(asked.isFollowUp)}
${comments.map((comment) => html`<blockquote>${comment}</blockquote>`)}
${shown.map((text) => html`<p class="small">${text}</p>`)}</li>`
}

function paragraphRow({ id, uses, questions }: UsedParagraph, { library }: ReportPage): Html {
  return html`<li><span class="count">${uses} ×</span> ${paragraphText(id, library)}
<details><summary>${questions.length} ${questions.length === 1 ? 'question' : 'questions'}</summary>
<ul>${questions.slice(0, MOST_ROWS).map((group) => html`<li>${question(group)}</li>`)}</ul></details></li>`
}

function question({ question: asked, wordings, entries }: QuestionGroup): Html {
  const [, ...others] = wordings
  const isFollowUp = entries.every((each) => each.isFollowUp)
  return html`<b>${asked}</b> <span class="count">${entries.length} ×</span>${followUp(isFollowUp)}
${others.length === 0 ? '' : html`<details><summary>${others.length} other ${others.length === 1 ? 'wording' : 'wordings'}</summary><ul>${others.map((wording) => html`<li>${wording}</li>`)}</ul></details>`}`
}

function followUp(isFollowUp: boolean): Html | string {
  return isFollowUp
    ? html` <span class="small">in a conversation: its words alone may not say what was meant</span>`
    : ''
}

/** An entry to copy, under the name of the file that it belongs in. */
function entry({ file, yaml }: SidecarEntry): Html {
  return html`<details><summary>for <code>${file}</code></summary><pre>${yaml}</pre><button type="button" data-copy>Copy</button></details>`
}

function place({ title, section, paragraph }: { title: string; section: string; paragraph: number }): Html {
  return html`<i>${[title, section].filter((name) => name !== '').join(' · ')} · ¶ ${paragraph}</i>`
}

function paragraphText(id: string, library: Library): Html {
  const article = library.article(articleIdOf(id))
  const paragraph = article?.paragraphs.find((each) => each.id === id)
  if (article === undefined || paragraph === undefined) return html`<i>${id}, which has changed or gone</i>`
  return html`${place({ title: article.title, section: paragraph.section, paragraph: paragraph.position })} ${cut(paragraph.text)}`
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= MOST_EXCERPT ? text : `${characters.slice(0, MOST_EXCERPT).join('')}…`
}
