import { parseArticle, readArticle } from '../../../src/corpus/parse-article.ts'
import type { Article } from '../../../src/domain.ts'

/** What a text says, part by part: `## heading`, and for each paragraph its blocks, `kind: text` or `kind/language: text`. */
export function readParts(text: string, path = 'note.md'): string[] {
  return partsOf(parseArticle({ path, text }))
}

/** The same of a file that is no text, below its title. */
export async function readBinaryParts(bytes: Uint8Array, path: string): Promise<string[]> {
  const article = await readArticle({ path, bytes }, () => {})
  return article === undefined ? [] : [`# ${article.title}`, ...partsOf(article)]
}

function partsOf({ sections, paragraphs }: Article): string[] {
  const headingsAt = (position: number) =>
    sections
      .filter((section) => section.position === position)
      .map(({ heading, level }) => `${'#'.repeat(level)} ${heading}`)
  const parts = paragraphs.flatMap((paragraph) => [
    ...headingsAt(paragraph.position),
    paragraph.blocks
      .map(({ kind, language, start, end }) => {
        const name = language === undefined ? kind : `${kind}/${language}`
        return `${name}: ${paragraph.text.slice(start, end)}`
      })
      .join(' | '),
  ])
  return [...parts, ...headingsAt(paragraphs.length + 1)]
}
