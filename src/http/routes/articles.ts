import { Hono } from 'hono'
import { parseMarks } from '../../answer/citation-url.ts'
import { Problem } from '../../protocol/problem.ts'
import { articleListPage } from '../pages/article-list-page.ts'
import { articlePage } from '../pages/article-page.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** `/articles` lists the articles; `/articles/<id>?mark=…#…` opens one at the cited words. An id may hold slashes. */
export function articleRoutes(): Hono<RequestScope> {
  return new Hono<RequestScope>()
    .get('/articles', revalidate, (c) => c.html(articleListPage(snapshotOf(c).library)))
    .get('/articles/:id{.+}', revalidate, (c) => {
      const article = snapshotOf(c).library.article(c.req.param('id'))
      if (article === undefined) {
        throw new Problem('not-found', {
          detail: `There is no article "${c.req.param('id')}". All articles are listed at /articles.`,
        })
      }
      return c.html(articlePage(article, parseMarks(new URL(c.req.url).searchParams)))
    })
}
