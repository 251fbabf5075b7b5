import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { parseMarks } from '../../answer/citation-url.ts'
import { describeArticle, listArticles } from '../../protocol/article-document.ts'
import { Problem } from '../../protocol/problem.ts'
import { nearestLanguage } from '../../views/words/words-for.ts'
import { ArticleListPage } from '../pages/article-list-page.tsx'
import { ArticlePage } from '../pages/reader/article-page.tsx'
import { pageLanguage } from '../pages/words/page-language.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/**
 * `/articles` lists the articles; `/articles/<id>?mark=…#…` opens one at the cited words. An id may hold slashes. Both
 * are pages, and JSON for a client that prefers it (`Accept: application/json`).
 */
export function articleRoutes(): Hono<RequestScope> {
  return new Hono<RequestScope>()
    .get('/articles', revalidate, (c) => {
      const { id, library } = snapshotOf(c)
      return wantsJson(c)
        ? c.json({ articles: listArticles(library), generation: id })
        : c.html(ArticleListPage({ articles: listArticles(library), language: pageLanguage(c) }))
    })
    .get('/articles/:id{.+}', revalidate, (c) => {
      const { id: generation, library } = snapshotOf(c)
      const article = library.article(c.req.param('id'))
      if (article === undefined) {
        throw new Problem('not-found', {
          detail: `There is no article "${c.req.param('id')}". All articles are listed at /articles.`,
        })
      }
      if (wantsJson(c)) return c.json({ ...describeArticle(article), generation })
      const marks = parseMarks(new URL(c.req.url).searchParams)
      const language = pageLanguage(c, nearestLanguage(article.language ?? ''))
      return c.html(ArticlePage({ article, marks, language }))
    })
}

function wantsJson(c: Context): boolean {
  c.header('Vary', 'Accept', { append: true })
  const supports = ['text/html', 'application/json']
  return accepts(c, { header: 'Accept', supports, default: 'text/html' }) === 'application/json'
}
