import { createHash } from 'node:crypto'
import type { Article } from '../../../src/domain/article.ts'

/** An article with these paragraphs, each one sentence, and ids that follow their words as the real ones do. */
export function articleOf(id: string, texts: readonly string[], section = ''): Article {
  const seen = new Map<string, number>()
  return {
    id,
    title: `Title of ${id}`,
    source: `${id}.md`,
    sections: [],
    paragraphs: texts.map((text, at) => {
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
      const times = (seen.get(hash) ?? 0) + 1
      seen.set(hash, times)
      return {
        id: `${id}#${hash}${times > 1 ? `-${times}` : ''}`,
        article: id,
        position: at + 1,
        section,
        kind: 'prose',
        text,
        blocks: [{ kind: 'prose', start: 0, end: text.length }],
        sentences: [{ start: 0, end: text.length }],
      }
    }),
  }
}
