/** A piece of code as its readers see it. */
export interface ShownCode {
  readonly text: string
  readonly language?: string
  /** Name of its file, or label of its tab. */
  readonly title?: string
}

const LANGUAGE = /^\{?\.?([A-Za-z][\w+#-]*|c\+\+)/
/** `title="x"`, `filename=x`, `[label]`, `App.js`, in what stands behind the language. */
const TITLES = [
  /\b(?:title|filename|file|name|label|caption)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/,
  /(?<!\[)\[([^[\]\n]+)\](?!\])/,
  /(?:^|\s)((?:[\w@.-]+\/)*[\w@-][\w@.-]*\.[A-Za-z]\w{0,5})(?=\s|$)/,
]

/** Lines to highlight and other settings, with a list in them perhaps: `{1,3-4}`, `{errors: {'x': [6]}}`. */
const BRACES = /\{(?:[^{}]|\{[^{}]*\})*\}/g

/** White space from its beginning: tried from every place in a long run of it, a pattern would take for ever. */
const SPACE = String.raw`(?<![ \t])[ \t]*`
/** With the white space behind it, so that no two patterns share a run of it. */
const COMMENT_START = String.raw`(?://|#|--|;|%|/\*|\{/\*|<!--)[ \t]*`
const COMMENT_END = String.raw`[ \t]*(?:(?:\*/\}?|-->)[ \t]*)?$`
/** `// [!code ++]`: of Shiki and VitePress. */
const NOTATION = new RegExp(String.raw`${SPACE}(?:${COMMENT_START})?\[!code ([^[\]\n]+)\]${COMMENT_END}`)
/** `// highlight-next-line`: of Docusaurus. A line of such a comment alone goes. */
const HIGHLIGHT = new RegExp(
  String.raw`^[ \t]*${COMMENT_START}(?:highlight-(?:next-line|line|start|end)|(?:focus|mark|withclass)(?:-next-line|-start|-end)?)${COMMENT_END}`,
)
const HIGHLIGHT_BEHIND = new RegExp(`${SPACE}${COMMENT_START}highlight-line${COMMENT_END}`)
/** `//   ^?`: where Twoslash shows a type. */
const QUERY = /^[ \t]*\/\/[ \t]*\^(?:\?|\|)/
const CUT = /^[ \t]*\/\/[ \t]*---cut(?:-(before|after|start|end))?---[ \t]*$/
const TWOSLASH_SETTING = /^[ \t]*\/\/[ \t]*@[\w-]+(?::.*)?$/

/** Where a site puts in another file: of mdBook, of MkDocs' snippets and of its includes. */
const INCLUDE =
  /^[ \t]*(?:\{\{#[\w-]*(?:include|playground)\b[^{}\n]*\}\}|-{1,3}8<-{1,3}.*|\{!>?[^\n!]*!\})[ \t]*$/

/** Whether a line of code only names the file that stands there on the page. */
export function isInclude(line: string): boolean {
  return INCLUDE.test(line)
}

/** A line of Rust that only a program needs: `# fn main() {`. Readers are spared it; `##` begins one with a `#`. */
const HIDDEN_RUST = /^[ \t]*#(?:[ \t].*)?$/

/**
 * The code of a fence without the marks that tell a site how to show it. Lines that a mark removes from a change begin
 * with `- `, those that it adds with `+ `, where both are there.
 *
 * @param info all that stands behind the fence
 */
export function shownCode(value: string, info: string): ShownCode {
  const [, language] = LANGUAGE.exec(info) ?? []
  const settings = info.slice(language?.length ?? 0)
  const title = titleIn(settings)
  const lines = withoutHidden(value.split('\n'), language)
  const text = withoutNotations(cut(lines, /\btwoslash\b/.test(settings))).join('\n')
  return { text, ...(language ? { language } : {}), ...(title ? { title } : {}) }
}

function withoutHidden(lines: readonly string[], language: string | undefined): readonly string[] {
  const shown = lines.filter((line) => !isInclude(line))
  if (language !== 'rust') return shown
  return shown.filter((line) => !HIDDEN_RUST.test(line)).map((line) => line.replace(/^([ \t]*)##/, '$1#'))
}

function titleIn(info: string): string | undefined {
  const settings = info.replace(BRACES, ' ')
  for (const [at, pattern] of TITLES.entries()) {
    // Pandoc sets `filename="x"` into braces; a label never stands there.
    const title = pattern
      .exec(at === 0 ? info : settings)
      ?.slice(1)
      .find((group) => group !== undefined)
    if (title?.trim()) return title.trim()
  }
  return undefined
}

/** What Twoslash shows of code: nothing before a cut, behind one or between two; no settings and queries. */
function cut(lines: readonly string[], isTwoslash: boolean): string[] {
  let shown: string[] = []
  let isHidden = false
  for (const line of lines) {
    const mark = CUT.exec(line)
    if (mark) {
      if (mark[1] === 'after') return shown
      if (mark[1] === undefined || mark[1] === 'before') shown = []
      isHidden = mark[1] === 'start'
    } else if (!isHidden && !QUERY.test(line) && !(isTwoslash && TWOSLASH_SETTING.test(line))) {
      shown.push(line)
    }
  }
  return shown.length === lines.length ? shown : withoutBlankEnds(shown)
}

function withoutNotations(lines: readonly string[]): string[] {
  const isChange = lines.some((line) => NOTATION.exec(line)?.[1]?.startsWith('--'))
  return lines.flatMap((line) => {
    if (HIGHLIGHT.test(line)) return []
    const notation = NOTATION.exec(line)
    const words = (notation ? line.slice(0, notation.index) : line).replace(HIGHLIGHT_BEHIND, '')
    if (notation && words.trim() === '') return []
    const kind = notation?.[1]?.slice(0, 2)
    if (!isChange) return [words]
    return [`${kind === '++' ? '+' : kind === '--' ? '-' : ' '} ${words}`.trimEnd()]
  })
}

function withoutBlankEnds(lines: readonly string[]): string[] {
  const isWords = (line: string) => line.trim() !== ''
  const first = lines.findIndex(isWords)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isWords) + 1)
}
