/** The languages that front matter is written in. */
type FrontMatterLanguage = 'yaml' | 'toml' | 'json'

/** Front matter as it stands in a file. */
export interface FrontMatterBlock {
  readonly language: FrontMatterLanguage
  /** What is between the marks. */
  readonly text: string
  /** Line of the file that the text begins in, from 1. */
  readonly line: number
  /** Whether the mark that ends it is there. */
  readonly isClosed: boolean
  /** What stands behind it. */
  readonly body: string
}

/** Empty lines and comments that may stand before it. */
const BEFORE = /^(?:[ \t]*\n|[ \t]*<!--(?:(?!-->)[\s\S]){0,2000}-->[ \t]*\n)*/
const OPENING = /^(---|\+\+\+|;;;)[ \t]*(yaml|yml|toml|json)?[ \t]*\n/
const LANGUAGES: Readonly<Record<string, FrontMatterLanguage>> = {
  '---': 'yaml',
  '+++': 'toml',
  ';;;': 'json',
  yml: 'yaml',
}
/** A line that can only be a field. */
const FIELD = /^[A-Za-z][\w-]*[ \t]*[:：](?:[ \t]|$)|^[A-Za-z][\w-]*：/

/**
 * Finds front matter at the beginning of a file: YAML between lines of three hyphens, TOML between `+++`, JSON between
 * `;;;` or as an object in braces, any of them between hyphens that name the language.
 */
export function findFrontMatter(content: string): FrontMatterBlock | undefined {
  const before = BEFORE.exec(content)?.[0] ?? ''
  const rest = content.slice(before.length)
  const line = before.split('\n').length
  const opening = OPENING.exec(rest)
  if (!opening) return objectAt(rest, line)
  const [mark, fence = '', named] = opening
  const language =
    named === undefined ? LANGUAGES[fence] : (LANGUAGES[named] ?? (named as FrontMatterLanguage))
  if (language === undefined) return undefined
  const lines = rest.slice(mark.length).split('\n')
  const end = lines.findIndex((inside) => isClosing(inside, fence))
  if (end >= 0) {
    return {
      language,
      line: line + 1,
      isClosed: true,
      text: lines.slice(0, end).join('\n'),
      body: lines.slice(end + 1).join('\n'),
    }
  }
  const fields = language === 'yaml' ? lines.findIndex((inside) => !FIELD.test(inside)) : 0
  if (fields <= 0) return undefined
  return {
    language,
    line: line + 1,
    isClosed: false,
    text: lines.slice(0, fields).join('\n'),
    body: lines.slice(fields).join('\n'),
  }
}

function isClosing(line: string, fence: string): boolean {
  const mark = line.trimEnd()
  return mark === fence || (fence === '---' && mark === '...')
}

/** An object of JSON that the file begins with, and that has a field of ours: others are the text. */
function objectAt(text: string, line: number): FrontMatterBlock | undefined {
  if (!/^\{\s*"/.test(text)) return undefined
  const [firstLine = ''] = text.split('\n', 1)
  const end = firstLine.trimEnd().endsWith('}') ? firstLine.lastIndexOf('}') : text.search(/^\}[ \t]*$/m)
  const object = text.slice(0, end + 1)
  if (!isFrontMatter(object)) return undefined
  return { language: 'json', text: object, line, isClosed: true, body: text.slice(object.length) }
}

function isFrontMatter(json: string): boolean {
  try {
    return Object.keys(JSON.parse(json)).some((name) => /^(?:title|date|draft)$/i.test(name))
  } catch {
    return false
  }
}
