import { stripVTControlCharacters, styleText } from 'node:util'
import type { Answer } from '../domain/answer.ts'
import type { Citation, RelatedParagraph } from '../domain/citation.ts'

export interface PrintOptions {
  readonly colours: boolean
  /** Makes a citation's url one that opens; without it the sources are named and not linked. */
  readonly publicUrl?: string | undefined
}

/** Characters of the paragraph shown on either side of the quoted words. */
const CONTEXT = 60
/** Characters of a quote that are shown below the answer, which holds all of it. */
const LONGEST_QUOTE = 280

/** The answer, in Markdown as it is, with its numbered sources, for a terminal. Ends with a line feed. */
export function printAnswer(answer: Answer, { colours, publicUrl }: PrintOptions): string {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(format, text, { validateStream: false }) : text

  const source = (label: string, passage: Citation | RelatedParagraph, excerpt: string) =>
    [
      `${label} ${style('bold', plain(passage.title))}${passage.section === '' ? '' : ` · ${plain(passage.section)}`}`,
      style('dim', ` · ¶ ${passage.paragraph}`),
      `\n    ${excerpt}`,
      publicUrl === undefined ? '' : `\n    ${style('dim', publicUrl + passage.url)}`,
    ].join('')

  const citations = answer.citations.map((citation) => {
    const { text, start, end } = citation
    const before = clip(text.slice(0, start), -CONTEXT)
    const after = clip(text.slice(end), CONTEXT)
    return source(
      `[${citation.marker}]`,
      citation,
      before + style('underline', clip(citation.quote, LONGEST_QUOTE)) + after,
    )
  })
  const related = answer.related.map((passage) => source(' · ', passage, clip(passage.text, 2 * CONTEXT)))
  const sources = [...citations, ...(related.length > 0 ? ['Nearest passages:', ...related] : [])]
  const suggestions = (answer.suggestions ?? []).map((question) => `  ? ${plain(question)}`).join('\n')
  const parts = [harmless(answer.answer), ...(suggestions === '' ? [] : [suggestions]), ...sources]
  return `${parts.join('\n\n')}\n`
}

/** The first characters of a text, or the last ones of a negative length, with an ellipsis where some are left out. */
function clip(text: string, length: number): string {
  const characters = [...plain(text)]
  if (characters.length <= Math.abs(length)) return characters.join('')
  return length < 0 ? `…${characters.slice(length).join('')}` : `${characters.slice(0, length).join('')}…`
}

/** On one line, and without what a terminal would take for a command. */
function plain(text: string): string {
  return harmless(text).replace(/\s+/g, ' ')
}

/** With its lines and their indentation, and without what a terminal would take for a command. */
function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}+/gu, ' ')
}
