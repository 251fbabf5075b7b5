import { labelLines } from '../blocks/labels.ts'
import { closesFence, type Fence } from './fences.ts'

/** ```` ```{note} Title ````: a directive of MyST. */
const DIRECTIVE = /^\{([\w:.-]+)\}[ \t]*(.*)$/
const OPTION = /^\s*:[\w-]+:/

const CODE = new Set(['code', 'code-block', 'code-cell', 'sourcecode', 'parsed-literal'])
const CALL_OUT =
  /^(?:admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning|todo|topic|sidebar|dropdown|card|tab-item|tab-set|versionadded|versionchanged|deprecated|epigraph|margin|div|grid|grid-item|grid-item-card|details)$/
/** Directives that hold names of files, not words. */
const NO_WORDS = new Set([
  'toctree',
  'contents',
  'include',
  'image',
  'raw',
  'index',
  'only',
  'bibliography',
  'literalinclude',
])

export interface Expanded {
  /** Whether the lines may hold further site syntax, or are code. */
  readonly isMarkdown: boolean
  readonly lines: readonly string[]
}

/**
 * What a directive that is written as a fence means in plain Markdown: a call-out its title and its content, a piece of
 * code a fence with its language alone.
 *
 * @param lines from the opening fence to the closing one
 * @returns nothing for ordinary code
 */
export function expandDirective(lines: readonly string[], fence: Fence): Expanded | undefined {
  const { prefix, marks, info } = fence
  const [, name, argument = ''] = DIRECTIVE.exec(info) ?? []
  if (name === undefined) return undefined
  const content = closesFence(lines.at(-1) ?? '', fence) ? lines.slice(1, -1) : lines.slice(1)
  const firstWords = content.findIndex((line) => !OPTION.test(line))
  const words = firstWords < 0 ? [] : content.slice(firstWords)
  if (NO_WORDS.has(name)) return { isMarkdown: false, lines: [] }
  if (CALL_OUT.test(name)) return { isMarkdown: true, lines: [...labelLines(prefix, argument), ...words, ''] }
  const language = CODE.has(name) ? argument : name
  const code = words[0]?.trim() === '' ? words.slice(1) : words
  return { isMarkdown: false, lines: [`${prefix}${marks}${language}`, ...code, prefix + marks] }
}
