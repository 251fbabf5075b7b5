import { every } from 'hono/combine'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'

/**
 * A browser may keep the page and must ask whether it still holds: an edit shows at once, and what did not change is
 * not sent again.
 */
export const revalidate = every(
  etag(),
  createMiddleware(async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', 'no-cache')
  }),
)
