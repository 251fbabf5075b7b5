import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { parseMarks } from '../../answer/citation-url.ts'
import { describeArticle, listArticles } from '../../protocol/article-document.ts'
import { Problem } from '../../protocol/problem.ts'
import { articleListPage } from '../pages/article-list-page.ts'
import { articlePage } from '../pages/article-page.ts'
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
        : c.html(articleListPage(library))
    })
    .get('/articles/:id{.+}', revalidate, (c) => {
      const { id: generation, library } = snapshotOf(c)
      const article = library.article(c.req.param('id'))
      if (article === undefined) {
        throw new Problem('not-found', {
          detail: `There is no article "${c.req.param('id')}". All articles are listed at /articles.`,
        })
      }
      return wantsJson(c)
        ? c.json({ ...describeArticle(article), generation })
        : c.html(articlePage(article, parseMarks(new URL(c.req.url).searchParams)))
    })
}

function wantsJson(c: Context): boolean {
  c.header('Vary', 'Accept')
  const supports = ['text/html', 'application/json']
  return accepts(c, { header: 'Accept', supports, default: 'text/html' }) === 'application/json'
}
