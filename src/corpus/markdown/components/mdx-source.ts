import { endOfFence, openingFence } from '../fences.ts'
import type { MaskedText } from '../masked-text.ts'
import { UNKNOWN_WORDS } from '../template-tags.ts'
import { endOfBraces, textInBraces } from './tag-syntax.ts'

const IMPORT = /^import\s+(?:[\w*{][^;'"]*\bfrom\s+)?['"][^'"\n]+['"];?\s*$/
const IMPORT_START = /^import\s+(?:\{|\w+\s*,\s*\{|type\s+\{)[^'"]*$/
const EXPORT =
  /^export\s+(?:(?:const|let|var|type|interface)\s+\w+|(?:default\s+)?(?:async\s+)?(?:function|class)\b|default\s+[\w{(<]|\{|\*)/
const COMMENT = /\{\/\*[\s\S]{0,20000}?\*\/\}/g

/** Longest import or export, in lines. */
const LONGEST_STATEMENT = 400

/** What a file that may be MDX turns out to be. */
export interface MdxSource {
  /** Whether text in braces is an expression. */
  readonly isMdx: boolean
  /** The lines without imports and exports. */
  readonly lines: readonly string[]
}

/**
 * Takes imports and exports out of Markdown, and tells whether it is MDX: by its name, by an import or an export, or by a
 * comment that only MDX has.
 */
export function readMdxSource(lines: readonly string[], path: string): MdxSource {
  const kept: string[] = []
  let isMdx = /\.mdx$/i.test(path)
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const fence = openingFence(line)
    const end = fence ? endOfFence(lines, at, fence) : endOfStatement(lines, at)
    if (fence || end === at) {
      const next = Math.max(end, at + 1)
      kept.push(...lines.slice(at, next))
      isMdx ||= !fence && line.includes('{/*')
      at = next
    } else {
      isMdx = true
      kept.push('')
      at = end
    }
  }
  return { isMdx, lines: kept }
}

/** Index behind the import or export that begins in a line; of the line itself where none does. */
function endOfStatement(lines: readonly string[], at: number): number {
  const line = lines[at] as string
  if (IMPORT.test(line)) return at + 1
  const isImport = IMPORT_START.test(line)
  if (!isImport && !(EXPORT.test(line) && /[={(;*]/.test(line))) return at
  let depth = 0
  for (let next = at; next < Math.min(lines.length, at + LONGEST_STATEMENT); next++) {
    const words = lines[next] as string
    depth += (words.match(/[{([]/g)?.length ?? 0) - (words.match(/[})\]]/g)?.length ?? 0)
    const isEnd = isImport
      ? /\bfrom\s+['"]/.test(words)
      : /[;})\]'"`\w]\s*$/.test(words) && (lines[next + 1] ?? '').trim() === ''
    if (depth <= 0 && (isEnd || /;\s*$/.test(words))) return next + 1
  }
  return at
}

/** Takes the comments of MDX out of a text. */
export function removeMdxComments(masked: MaskedText): void {
  masked.text = masked.text.replace(COMMENT, '')
}

/** Replaces the expressions in braces of MDX: a text by itself, anything else by an ellipsis. */
export function replaceExpressions(masked: MaskedText): void {
  const { text } = masked
  let result = ''
  let from = 0
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    if (text.charAt(at - 1) === '\\') continue
    const end = endOfBraces(text, at)
    if (end < 0) break
    const words = textInBraces(masked.reveal(text.slice(at, end)))
    const isAlone =
      /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, at - 100), at)) &&
      /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 100))
    result += text.slice(from, at) + (words ?? (isAlone ? '' : UNKNOWN_WORDS))
    from = end
    at = end - 1
  }
  masked.text = result + text.slice(from)
}
