import { html, raw } from 'hono/html'
import { anchorOf, type Mark } from '../../answer/citation-url.ts'
import type { Article, Section } from '../../domain.ts'
import type { Markup } from './marked-text.ts'
import { page } from './page.ts'
import { pageLanguage, pageWords } from './page-words.ts'
import { paragraphBlock } from './paragraph-block.ts'

/** An article as people read it, opened at the words that a citation names. */
export function articlePage(article: Article, marks: readonly Mark[]): Markup {
  const language = pageLanguage(article.language)
  const words = pageWords(language)
  const anchors = new Set(article.paragraphs.map(({ id }) => anchorOf(id)))
  const changed = marks.some(({ anchor }) => !anchors.has(anchor))
  const byline = [article.author, article.date].filter((part) => part !== undefined).join(' · ')

  return page({
    language,
    title: article.title,
    body: html`<header class="site"><nav><a href="/articles">${words.articles}</a></nav></header>
<main>
${changed ? html`<p class="notice" role="status">${words.changed}</p>` : ''}
<article lang="${article.language ?? ''}">
<header><h1>${article.title}</h1>${byline === '' ? '' : html`<p class="byline">${byline}</p>`}</header>
${bodyOf(article, marks)}
</article>
</main>
<footer class="site">${firstPublished(article.url, words.firstPublished)}</footer>`,
  })
}

function bodyOf(article: Article, marks: readonly Mark[]): Markup[] {
  const words = pageWords(pageLanguage(article.language))
  const sections = [...article.sections]
  const blocks: Markup[] = []
  for (const paragraph of article.paragraphs) {
    while (sections[0] !== undefined && sections[0].position <= paragraph.position) {
      blocks.push(headingOf(sections.shift() as Section))
    }
    blocks.push(paragraphBlock(paragraph, marks, words))
  }
  return [...blocks, ...sections.map(headingOf)]
}

function headingOf({ heading, level }: Section): Markup {
  const tag = raw(`h${Math.min(Math.max(level, 2), 6)}`)
  return html`<${tag}>${heading}</${tag}>
`
}

/** Only an address of the web becomes a link: front matter may hold any scheme. */
function firstPublished(url: string | undefined, label: string): Markup | '' {
  if (url === undefined || !/^https?:\/\//i.test(url)) return ''
  return html`<p>${label} <a href="${url}" rel="external">${url}</a></p>`
}
