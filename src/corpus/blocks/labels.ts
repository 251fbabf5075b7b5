/**
 * Marks that readers of a format leave in a syntax tree for {@link partsOf}. They are noncharacters of Unicode, which no
 * text that is read holds (see `visibleText`); others are in `markdown/masked-text.ts` and `text/inline-marks.ts`.
 */

/** Begins a paragraph that names what follows it: the title of a call-out, the label of a tab, a caption. */
export const LABEL = '\ufdd0'

/** Is a paragraph before, and after, pieces of code of which a reader sees one at a time. */
export const GROUP_START = '\ufdd1'
export const GROUP_END = '\ufdd2'

/** Lines of Markdown that name what follows; none where there is nothing to name it by. */
export function labelLines(prefix: string, label: string): string[] {
  const blank = prefix.trimEnd()
  const words = label.trim()
  return words === '' ? [blank] : [blank, `${prefix}${LABEL}${words}`, blank]
}
