import { fenceCodeTags } from './code-tags.ts'
import { removeComponentTags } from './components/component-tags.ts'
import { readMdxSource, removeMdxComments, replaceExpressions } from './components/mdx-source.ts'
import { expandContainers } from './containers.ts'
import { listDefinitions } from './definition-lists.ts'
import { MaskedText } from './masked-text.ts'
import { regionsOf } from './regions.ts'
import { removeSiteMarks } from './site-marks.ts'
import { removeTemplateTags } from './template-tags.ts'

export interface PlainMarkdown {
  /** CommonMark with GitHub's extensions and HTML; labels are marked as in `labels.ts`. */
  readonly text: string
  /** Whether indented lines may be code. */
  readonly hasIndentedCode: boolean
}

/** What Gatsby puts in from elsewhere. */
const EMBEDDED = /^[ \t>]*`(?:embed|codepen|codesandbox|jsfiddle|youtube|gist):\S+`[ \t]*$/
const COMPONENT_START = /^[ \t>]*<[A-Z][\w.]*(?:\s[^\n]*)?(?<!\/)>/
const CLOSING_TAG = /<\/([A-Za-z][\w.-]*)\s*>/g

/**
 * Reads the Markdown that sites are written in: takes out what they add to it, and keeps what their readers see of that.
 *
 * @param markdown with `\n` between lines
 * @param path tells MDX by its name
 */
export function toPlainMarkdown(markdown: string, path: string): PlainMarkdown {
  const { isMdx, lines } = readMdxSource(
    fenceCodeTags(markdown.split('\n').filter((line) => !EMBEDDED.test(line))),
    path,
  )
  const noIndentedCode = isMdx || lines.some((line) => COMPONENT_START.test(line))
  const regions = regionsOf(listDefinitions(expandContainers(lines, { noIndentedCode })), { noIndentedCode })
  const closed = new Set(
    regions.flatMap((region) =>
      region.isVerbatim
        ? []
        : region.lines.flatMap((line) => Array.from(line.matchAll(CLOSING_TAG), ([, name = '']) => name)),
    ),
  )
  const cleaned = regions.map((region) => {
    const text = region.lines.join('\n')
    return region.isVerbatim ? text : withoutSiteSyntax(text, { isMdx, closed })
  })
  return { text: cleaned.join('\n'), hasIndentedCode: !noIndentedCode }
}

function withoutSiteSyntax(text: string, options: { isMdx: boolean; closed: ReadonlySet<string> }): string {
  const masked = new MaskedText(text)
  removeMdxComments(masked)
  removeTemplateTags(masked)
  removeSiteMarks(masked)
  removeComponentTags(masked, options)
  if (options.isMdx) replaceExpressions(masked)
  return masked.reveal()
}
