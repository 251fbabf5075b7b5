import { Hono } from 'hono'
import { ASSETS } from '../assets/generated.js'
import type { RequestScope } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** What pages load: stylesheet, scripts and icon, as `npm run build:browser` made them. */
export function assetRoutes(): Hono<RequestScope> {
  const routes = new Hono<RequestScope>()
  for (const [path, { type, content }] of Object.entries(ASSETS)) {
    routes.get(path, revalidate, (c) => c.body(content, 200, { 'Content-Type': type }))
  }
  return routes
}
