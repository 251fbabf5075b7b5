import { Hono } from 'hono'
import { findParagraph } from '../../answer/find-paragraph.ts'
import { describeParagraph } from '../../protocol/article-document.ts'
import { parseParagraphQuery } from '../../protocol/paragraph-request.ts'
import { Problem } from '../../protocol/problem.ts'
import { type RequestScope, snapshotOf } from '../request-scope.ts'
import { revalidate } from '../revalidate.ts'

/** `GET /paragraphs/<id>?neighbours=…`: a paragraph as JSON, with those around it. Its `#` is written `%23`. */
export function paragraphRoutes(): Hono<RequestScope> {
  return new Hono<RequestScope>().get('/paragraphs/:id{.+}', revalidate, (c) => {
    const { neighbours } = parseParagraphQuery(new URL(c.req.url).searchParams)
    const snapshot = snapshotOf(c)
    const id = c.req.param('id')
    const found = findParagraph(id, snapshot.library)
    if (found === undefined) throw unknownParagraph(id)
    const { article, paragraph } = found
    const place = paragraph.position - 1
    const describe = (from: number, to: number) =>
      article.paragraphs.slice(Math.max(0, from), to).map((one) => describeParagraph(one, article))
    return c.json({
      ...describeParagraph(paragraph, article),
      before: describe(place - neighbours, place),
      after: describe(place + 1, place + 1 + neighbours),
      generation: snapshot.id,
    })
  })
}

function unknownParagraph(id: string): Problem {
  const advice = id.includes('#')
    ? 'Its words may have changed; search for it at /search?q=….'
    : 'Write the "#" of its id as "%23".'
  return new Problem('not-found', { detail: `There is no paragraph "${id}". ${advice}` })
}
