import type { Library } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'

/** Headings above what goes wrong, and above what to do about it, as pages about faults have them. */
const FAULT =
  /^(?:the )?(?:issues?|problems?|symptoms?|errors?|causes?|background|reasons?|why .*(?:errors?|happens?|occur(?:s|red)?)|(?:问题|問題|错误|錯誤)(?:描述|现象|現象|信息|訊息)?|现象|現象|症状|症狀|原因)$/i
const REMEDY =
  /^(?:the |possible )?(?:solutions?|fix(?:es)?|resolutions?|workarounds?|remed(?:y|ies)|how to (?:fix|solve|resolve)\b.*|ways to fix\b.*|(?:解决|解決|处理|處理)(?:方案|办法|辦法|方法|方式)?)$/i

/** A remedy further down than so many paragraphs is one of something else. */
const FURTHEST = 12

/**
 * The first paragraph below the heading of a remedy, for a paragraph below that of a fault: who describes what went wrong
 * wants to know what to do.
 *
 * @param row of the paragraph in the library
 */
export function remedyOf(
  { article, section }: Paragraph,
  row: number,
  library: Library,
): Paragraph | undefined {
  if (!FAULT.test(section)) return undefined
  const last = Math.min(library.paragraphCount, row + 1 + FURTHEST)
  for (let next = row + 1; next < last; next++) {
    const paragraph = library.paragraphAt(next)
    if (paragraph.article !== article) return undefined
    if (REMEDY.test(paragraph.section)) return paragraph
    if (!FAULT.test(paragraph.section)) return undefined
  }
  return undefined
}
