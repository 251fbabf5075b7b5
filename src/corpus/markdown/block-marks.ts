import { GROUP_END, GROUP_START, labelLines } from '../blocks/labels.ts'

/** `/// note | Title`, of PyMdown, which as many slashes alone close. */
const SLASHES = /^([ \t>]*)(\/{3,})[ \t]*([a-z][\w-]*)(?:[ \t]*\|[ \t]*(.*))?[ \t]*$/
const SLASHES_OPTION = /^ {4}[\w-]+:(?:\s|$)/
/** `::name[Label]{attributes}`, of Nuxt, which as many colons alone close, or which stands by itself. */
const COMPONENT = /^([ \t]*)(:{2,})([a-z][\w-]*)(?:\[([^\]]*)\])?(?:\{(.*)\})?[ \t]*$/
const ATTRIBUTE = /(?:^|\s)(?:title|label|description)="([^"]*)"/g
const FIELD = /^\s*(?:title|label|description):\s+["']?(.*?)["']?\s*$/
/** `#name`: a part of a component. */
const SLOT = /^[ \t]*#[a-z][\w-]*[ \t]*$/
const CODE_GROUP = /^code-?(?:group|tabs)$/

/** Lines that a mark of a site holds together. */
interface MarkedBlock {
  readonly before: readonly string[]
  /** Markdown, which may hold further marks. */
  readonly content: readonly string[]
  readonly behind: readonly string[]
  /** Index of the first line behind it. */
  readonly end: number
}

/** The block that a line opens with slashes or with two colons; nothing where it opens none. */
export function blockAt(lines: readonly string[], at: number): MarkedBlock | undefined {
  const line = lines[at] as string
  if (!/^[ \t>]*(?:\/\/\/|::)/.test(line)) return undefined
  return slashedBlock(lines, at) ?? componentBlock(lines, at)
}

function slashedBlock(lines: readonly string[], at: number): MarkedBlock | undefined {
  const [, prefix, slashes, , title = ''] = SLASHES.exec(lines[at] as string) ?? []
  if (prefix === undefined) return undefined
  const end = lines.findIndex((line, index) => index > at && line.replace(/^[ \t>]+/, '').trim() === slashes)
  if (end < 0) return undefined
  const inside = lines.slice(at + 1, end)
  const first = inside.findIndex((line) => !SLASHES_OPTION.test(line))
  const content = first < 0 ? [] : inside.slice(first)
  return { before: labelLines(prefix, title), content, behind: [''], end: end + 1 }
}

function componentBlock(lines: readonly string[], at: number): MarkedBlock | undefined {
  const [, prefix, colons, name = '', label, attributes = ''] = COMPONENT.exec(lines[at] as string) ?? []
  if (prefix === undefined || colons === undefined) return undefined
  const hasFields = lines[at + 1]?.trim() === '---'
  // More colons are containers of other sites as well, which are read elsewhere.
  if (colons.length > 2 && !hasFields) return undefined
  // Inside stand only marks with more colons: the next one with as many closes it, or it stood by itself.
  const next = lines.findIndex((line, index) => index > at && line.trim().replace(/^(:+).*/, '$1') === colons)
  const closing = lines[next]?.trim() === colons ? next : -1
  const shown = [label, ...Array.from(attributes.matchAll(ATTRIBUTE), ([, words]) => words)]
  if (closing < 0)
    return hasFields
      ? undefined
      : { before: ['', ...words(shown, prefix), ''], content: [], behind: [], end: at + 1 }
  const fieldsEnd = hasFields ? lines.findIndex((line, index) => index > at + 1 && line.trim() === '---') : at
  const fields = fieldsEnd > at ? lines.slice(at + 2, fieldsEnd) : []
  shown.push(...fields.map((field) => FIELD.exec(field)?.[1]))
  const content = lines
    .slice(Math.max(fieldsEnd, at) + 1, closing)
    .map((line) =>
      SLOT.test(line) ? '' : line.startsWith('  ') && hasFields ? line.replace(/^ +/, '') : line,
    )
  if (CODE_GROUP.test(name))
    return { before: ['', GROUP_START, ''], content, behind: ['', GROUP_END, ''], end: closing + 1 }
  const title = shown.filter(Boolean).join(': ')
  return { before: labelLines(prefix, title), content, behind: [''], end: closing + 1 }
}

function words(shown: readonly (string | undefined)[], prefix: string): string[] {
  return shown.flatMap((word) => (word ? [prefix + word] : []))
}
