import { html, raw } from 'hono/html'
import type { LogSummary } from '../../src/question-log/summarise-log.ts'
import { dayChart } from './day-chart.ts'
import { COPY_SCRIPT, STYLE } from './page-assets.ts'
import {
  askedRow,
  dislikedRow,
  type Html,
  paragraphRow,
  type RowContext,
  turnedAwayRow,
  unansweredRow,
} from './rows.ts'

export interface ReportPage extends RowContext {
  readonly summary: LogSummary
  /** Days that the report looks back. */
  readonly days: number
  /** When it was made; ISO 8601. */
  readonly at: string
}

/** Rows of each list; the log has the rest. */
export const MOST_ROWS = 100

interface List {
  readonly id: string
  readonly name: string
  readonly rows: readonly Html[]
  /** How many rows there would be without {@link MOST_ROWS}. */
  readonly count: number
  /** What is said where there is no row. */
  readonly none: string
}

/** A list of the first items, each shown as a row. */
function list<Item>(
  id: string,
  name: string,
  none: string,
  items: readonly Item[],
  row: (item: Item) => Html,
): List {
  return { id, name, none, count: items.length, rows: items.slice(0, MOST_ROWS).map(row) }
}

/** The report as one page that needs nothing beside it. What people wrote is escaped by the template. */
export async function reportPage(page: ReportPage): Promise<string> {
  const { summary, days, at } = page
  const { unanswered, disliked, turnedAway, asked, paragraphs } = summary
  const lists = [
    list('unanswered', 'Not answered', 'Everything was answered.', unanswered, (group) =>
      unansweredRow(group, page),
    ),
    list('disliked', 'Voted down', 'Nobody found an answer wrong.', disliked, (each) =>
      dislikedRow(each, page),
    ),
    list('turned-away', 'Turned away', 'Everybody asked about the articles.', turnedAway, (group) =>
      turnedAwayRow(group, page),
    ),
    list('asked', 'Most asked', 'Nothing was asked.', asked, (group) => askedRow(group, page)),
    list('paragraphs', 'Paragraphs most used', 'No paragraph was cited.', paragraphs, (each) =>
      paragraphRow(each, page),
    ),
  ]
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
<nav>${lists.map(({ id, name, count }) => html`<a href="#${id}">${name} (${count})</a> `)}</nav>
${lists.map(section)}
<script>${raw(COPY_SCRIPT)}</script>
</body>
</html>
`
  return String(await body)
}

function section({ id, name, rows, count, none }: List): Html {
  const more = count - rows.length
  return html`<h2 id="${id}">${name}</h2>
${rows.length === 0 ? html`<p class="small">${none}</p>` : html`<ol>${rows}</ol>`}
${more > 0 ? html`<p class="small">${more} more are in the log.</p>` : ''}`
}

function figures({ answered, declined, conversation, votedUp, votedDown }: LogSummary): Html {
  const asked = answered + declined
  const share = asked === 0 ? '' : ` (${Math.round((100 * answered) / asked)} %)`
  return html`<dl>
<div><dt>asked</dt><dd>${asked}</dd></div>
<div><dt>answered</dt><dd>${answered}${share}</dd></div>
<div><dt>not answered</dt><dd>${declined}</dd></div>
<div><dt>👍 / 👎</dt><dd>${votedUp} / ${votedDown}</dd></div>
<div><dt>courtesies and requests</dt><dd>${conversation}</dd></div>
</dl>`
}
