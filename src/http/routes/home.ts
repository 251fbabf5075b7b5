import { Hono } from 'hono'
import { homePage } from '../pages/home-page.ts'
import { STYLESHEET_PATH } from '../pages/page.ts'
import { STYLESHEET } from '../pages/stylesheet.ts'
import { publicOrigin, type RequestScope, snapshotOf } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** `/`: what is here. Also the stylesheet of all pages. */
export function homeRoutes(): Hono<RequestScope> {
  return new Hono<RequestScope>()
    .get('/', revalidate, (c) => c.html(homePage(snapshotOf(c), publicOrigin(c))))
    .get(STYLESHEET_PATH, revalidate, (c) =>
      c.body(STYLESHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
    )
}
