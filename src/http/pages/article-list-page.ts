import { html } from 'hono/html'
import { articlePath } from '../../answer/citation-url.ts'
import type { Article, Library } from '../../domain.ts'
import type { Markup } from './marked-text.ts'
import { page } from './page.ts'
import { pageLanguage, pageWords } from './page-words.ts'

/** Every article of the library, in its order. */
export function articleListPage(library: Library): Markup {
  return page({
    language: 'en',
    title: 'Articles · Footnote',
    body: html`<header class="site"><nav><a href="/">Footnote</a></nav></header>
<main>
<h1>Articles</h1>
${articleList(library)}
</main>`,
  })
}

/** The articles as a list of links; says so where there is none. */
export function articleList(library: Library): Markup {
  if (library.articleCount === 0) return html`<p>There are no articles yet.</p>`
  const rows = Array.from({ length: library.articleCount }, (_, row) => library.articleAt(row))
  return html`<ul class="articles">${rows.map(item)}</ul>`
}

function item({ id, title, author, language, paragraphs }: Article): Markup {
  const words = pageWords(pageLanguage(language))
  const facts = [author, words.paragraphs(paragraphs.length)].filter((fact) => fact !== undefined).join(' · ')
  return html`<li lang="${language ?? ''}"><a href="${articlePath(id)}">${title}</a> <small>${facts}</small></li>
`
}
