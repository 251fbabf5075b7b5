import { html } from 'hono/html'
import type { IndexSnapshot, Suggestion } from '../../domain.ts'
import { askCommand } from '../curl-example.ts'
import { articleList } from './article-list-page.ts'
import type { Markup } from './marked-text.ts'
import { page } from './page.ts'

/** What is here and how to ask it. */
export function homePage({ library, suggestions }: IndexSnapshot, origin: string): Markup {
  const questions = onePerLanguage(suggestions)
  const command = askCommand(origin, questions[0]?.question ?? 'What is this about?')
  return page({
    language: 'en',
    title: 'Footnote',
    body: html`<main>
<h1>Footnote</h1>
<p class="lead">Ask, and get the answer with the exact words of the paragraph that says so.</p>
<h2>Articles</h2>
${articleList(library)}
<h2>Ask</h2>
${questions.length === 0 ? '' : html`<ul>${questions.map(questionLink)}</ul>`}
<pre tabindex="0"><code>${command}</code></pre>
</main>`,
  })
}

function questionLink({ question, language }: Suggestion): Markup {
  return html`<li lang="${language}"><a href="/ask?q=${encodeURIComponent(question)}">${question}</a></li>`
}

function onePerLanguage(suggestions: readonly Suggestion[]): Suggestion[] {
  const firsts = new Map<string, Suggestion>()
  for (const suggestion of suggestions) {
    if (!firsts.has(suggestion.language)) firsts.set(suggestion.language, suggestion)
  }
  return [...firsts.values()]
}
