/** A tag of HTML, JSX or a Vue template. */
export interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly isSelfClosing: boolean
  /** Attributes whose value is text, by name; those with another value, or none, are left out. */
  readonly attributes: ReadonlyMap<string, string>
  /** What stands between the braces of the attributes whose value is an expression and no text, by name. */
  readonly expressions: ReadonlyMap<string, string>
  /** Whether a value stands in braces, as in JSX. */
  readonly hasBraces: boolean
  /** Index behind the tag. */
  readonly end: number
}

const NAME = /<(\/?)([A-Za-z][\w.-]*|(?=>))/y
const ATTRIBUTE_NAME = /[^\s=/>{}"'<`]+/y
const SPACE = /\s*/y
const UNQUOTED = /[^\s"'=<>`{}]+/y
/** A text alone in braces: `{"text"}`, `{'text'}`, `` {`text`} ``. */
const TEXT_IN_BRACES = /^\{\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*\}$/

/** Longer braces are none: looking for the end of each would take time that grows with the square of the text. */
const LONGEST_BRACES = 200_000

/** Where a brace ends that opens at an index, or −1. Braces in strings and comments do not count. */
export function endOfBraces(text: string, at: number): number {
  let depth = 0
  const limit = Math.min(text.length, at + LONGEST_BRACES)
  for (let index = at; index < limit; index++) {
    const character = text.charAt(index)
    if (character === '{') depth++
    else if (character === '}' && --depth === 0) return index + 1
    else if (character === '"' || character === "'" || character === '`') {
      const end = endOfString(text, index)
      if (end > 0) index = end - 1
    } else if (character === '/' && text.charAt(index + 1) === '*') {
      const end = text.indexOf('*/', index + 2)
      if (end > 0) index = end + 1
    }
  }
  return -1
}

/** A quotation mark that is not closed on its line is an apostrophe. */
function endOfString(text: string, at: number): number {
  const mark = text.charAt(at)
  for (let index = at + 1; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === mark) return index + 1
    else if (character === '\n' && mark !== '`') return -1
  }
  return -1
}

/** The text that an expression in braces is, where it is one. */
export function textInBraces(expression: string): string | undefined {
  const [, double, single, template] = TEXT_IN_BRACES.exec(expression) ?? []
  return double ?? single ?? template
}

/**
 * The tag that begins at an index; `<>` and `</>` have an empty name.
 *
 * @param reveal shows what is hidden in a value
 */
export function tagAt(text: string, at: number, reveal: (value: string) => string): Tag | undefined {
  NAME.lastIndex = at
  const opening = NAME.exec(text)
  if (!opening) return undefined
  const [, slash = '', name = ''] = opening
  const attributes = new Map<string, string>()
  const expressions = new Map<string, string>()
  let hasBraces = false
  const tag = (isSelfClosing: boolean) => ({
    name,
    isClosing: slash !== '',
    isSelfClosing,
    attributes,
    expressions,
    hasBraces,
  })
  for (let index = NAME.lastIndex; ; ) {
    const start = index
    index = skip(SPACE, text, index)
    if (text.charAt(index) === '>') return { ...tag(false), end: index + 1 }
    if (text.startsWith('/>', index)) return { ...tag(true), end: index + 2 }
    // An attribute stands behind white space; an empty line ends whatever tag this was.
    if (index === start || /\n[ \t]*\n/.test(text.slice(start, index))) return undefined
    if (text.charAt(index) === '{') {
      index = endOfBraces(text, index)
      hasBraces = true
    } else {
      const nameEnd = skip(ATTRIBUTE_NAME, text, index)
      if (nameEnd === index) return undefined
      const attribute = text.slice(index, nameEnd)
      index = nameEnd
      if (text.charAt(index) === '=') {
        const end = endOfValue(text, index + 1)
        if (end < 0) return undefined
        const value = reveal(text.slice(index + 1, end))
        hasBraces ||= value.startsWith('{')
        const words = /^["']/.test(value)
          ? value.slice(1, -1)
          : value.startsWith('{')
            ? textInBraces(value)
            : value
        if (words !== undefined) attributes.set(attribute, words)
        else expressions.set(attribute, value.slice(1, -1))
        index = end
      }
    }
    if (index < 0) return undefined
  }
}

function endOfValue(text: string, at: number): number {
  const mark = text.charAt(at)
  if (mark === '{') return endOfBraces(text, at)
  if (mark === '"' || mark === "'") return text.indexOf(mark, at + 1) + 1 || -1
  const end = skip(UNQUOTED, text, at)
  return end === at ? -1 : end
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
