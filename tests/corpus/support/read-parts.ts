import { parseArticle } from '../../../src/corpus/parse-article.ts'

/** What a file says, part by part: `## heading`, and for each paragraph its blocks, `kind: text` or `kind/language: text`. */
export function readParts(text: string, path = 'note.md'): string[] {
  const { sections, paragraphs } = parseArticle({ path, text })
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
