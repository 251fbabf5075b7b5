import { isInclude } from '../blocks/code-marks.ts'
import { GROUP_END, GROUP_START, labelLines } from '../blocks/labels.ts'
import { blockAt } from './block-marks.ts'
import { expandDirective } from './directives.ts'
import { endOfFence, openingFence } from './fences.ts'
import { IndentedCode, type IndentedCodeOptions } from './indented-code.ts'

/** `::: tip Title`, `:::note[Title]{.class}`, `:::{note} Title`, and `:::` alone, which closes. */
const COLONS = /^([ \t>]*):{3,}[ \t]*(.*)$/
const OPENED = /^(?:\{([\w:-]+)\}|([\w@/.#-]+))?(?:\[([^\]]*)\])?(.*)$/
const TRAILING_ATTRIBUTES = /(?<!\s)\s*\{[^{}]*\}\s*$/
const TITLE_ATTRIBUTE = /\btitle=(?:"([^"]*)"|'([^']*)')/

/** `!!! note "Title"`, `??? tip`, `=== "Tab"`, with their content indented below. */
const INDENTED =
  /^([ \t>]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?: +[\w-]+)*(?:[ \t]+"([^"]*)")?|===[!+]?[ \t]+"([^"]*)")[ \t]*$/

/** Inside `::: tabs`: `== Tab` and `@tab Tab`. */
const TAB = /^([ \t>]*)(?:==|@tab(?::active)?)[ \t]+(.+?)(?:#\w+)?$/

const TABS = /tabs/i

/** Containers of which a reader sees one part at a time, or that have no title. */
const GROUP = /^(?:code-?group|code-?tabs|tabs)/i
const UNTITLED = /^(?:code-?group|code-?tabs|tabs|v-pre|raw|slot|only|div)/i

/**
 * Takes the marks of containers and call-outs (of VitePress, VuePress, Docusaurus, MkDocs, MyST and Quarto) out of
 * Markdown. Their titles become labels, their content plain Markdown.
 */
export function expandContainers(lines: readonly string[], options: IndentedCodeOptions): string[] {
  const result: string[] = []
  const open: string[] = []
  const indentedCode = new IndentedCode(options)
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const isCode = indentedCode.beginsIn(line)
    const fence = openingFence(line)
    if (fence) {
      const end = endOfFence(lines, at, fence)
      if (isIncludedCode(lines.slice(at + 1, end - 1))) {
        at = end
        continue
      }
      const directive = expandDirective(lines.slice(at, end), fence)
      result.push(
        ...(directive?.isMarkdown
          ? expandContainers(directive.lines, options)
          : (directive?.lines ?? lines.slice(at, end))),
      )
      at = end
      continue
    }
    if (isCode) {
      const end = IndentedCode.endOf(lines, at)
      result.push(...lines.slice(at, end))
      at = end
      continue
    }
    const [, indentation, title, tab] = INDENTED.exec(line) ?? []
    if (indentation !== undefined) {
      const end = endOfIndented(lines, at + 1, indentation)
      const content = expandContainers(
        lines.slice(at + 1, end).map((inside) => dedented(inside, indentation)),
        options,
      )
      const hasWords = content.some((inside) => inside.trim() !== '')
      if (hasWords) result.push(...labelLines(indentation, title ?? tab ?? ''), ...content, '')
      at = end
      continue
    }
    const block = blockAt(lines, at)
    if (block) {
      result.push(...block.before, ...expandContainers(block.content, options), ...block.behind)
      at = block.end
      continue
    }
    const [, prefix, rest] = COLONS.exec(line) ?? []
    const [, tabPrefix, label] = open.some((name) => TABS.test(name)) ? (TAB.exec(line) ?? []) : []
    if (prefix !== undefined) result.push(...colonLines(prefix, rest ?? '', open))
    else if (tabPrefix !== undefined) result.push(...labelLines(tabPrefix, label ?? ''))
    else result.push(line)
    at++
  }
  return result
}

/** Whether all of a piece of code stands in another file. */
function isIncludedCode(lines: readonly string[]): boolean {
  return lines.some(isInclude) && lines.every((line) => line.trim() === '' || isInclude(line))
}

/** @param open names of the containers that are open, innermost last; changed */
function colonLines(prefix: string, rest: string, open: string[]): string[] {
  const blank = prefix.trimEnd()
  const words = rest.replace(/(?<!:):+\s*$/, '').trim()
  if (words === '') return GROUP.test(open.pop() ?? '') ? [blank, prefix + GROUP_END, blank] : [blank]
  const [, braced, plain, bracketed, behind = ''] = OPENED.exec(words) ?? []
  const name = braced ?? plain ?? ''
  open.push(name)
  if (GROUP.test(name)) return [blank, prefix + GROUP_START, blank]
  if (UNTITLED.test(name)) return [blank]
  const [, quoted, single] = TITLE_ATTRIBUTE.exec(behind) ?? []
  return labelLines(prefix, bracketed ?? quoted ?? single ?? behind.replace(TRAILING_ATTRIBUTES, ''))
}

function endOfIndented(lines: readonly string[], from: number, indentation: string): number {
  const inside = `${indentation}    `
  let end = from
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] as string).replace(/^\t+/, (tabs) => '    '.repeat(tabs.length))
    if (line.startsWith(inside)) end = at + 1
    else if (line.trim() !== '' && line.trim() !== '>') break
  }
  return end
}

function dedented(line: string, indentation: string): string {
  const spaced = line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length))
  const inside = `${indentation}    `
  return spaced.startsWith(inside) ? indentation + spaced.slice(inside.length) : line.trimStart()
}
