import { html } from 'hono/html'
import type { Problem } from '../../protocol/problem.ts'
import type { Markup } from './marked-text.ts'
import { page } from './page.ts'

/** A problem for a person in a browser: the same words that a program gets. */
export function problemPage(problem: Problem, requestId: string): Markup {
  return page({
    language: 'en',
    title: `${problem.title} · Footnote`,
    body: html`<header class="site"><nav><a href="/">Footnote</a></nav></header>
<main>
<h1>${problem.title}</h1>
<p>${problem.message}</p>
<p><small>${problem.status} · ${requestId}</small></p>
</main>`,
  })
}
