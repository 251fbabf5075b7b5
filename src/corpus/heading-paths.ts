import type { Article } from '../domain/article.ts'

/**
 * For each paragraph of an article the headings it stands under, outermost first: chapter, section, subsection. Empty
 * before the first heading.
 */
export function headingPaths({ sections, paragraphs }: Pick<Article, 'sections' | 'paragraphs'>): string[][] {
  const open: { readonly heading: string; readonly level: number }[] = []
  let path: string[] = []
  let next = 0
  return Array.from(paragraphs, (_, at) => {
    const begun = next
    for (; (sections[next]?.position ?? Number.POSITIVE_INFINITY) <= at + 1; next++) {
      const { heading, level } = sections[next] as (typeof sections)[number]
      while ((open.at(-1)?.level ?? 0) >= level) open.pop()
      open.push({ heading, level })
    }
    if (next > begun) path = open.map(({ heading }) => heading)
    return path
  })
}
