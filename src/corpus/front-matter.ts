import { parse as parseToml } from 'smol-toml'
import { CorpusError } from '../errors.ts'
import type { Metadata } from './document.ts'
import { type FrontMatterBlock, findFrontMatter } from './front-matter/front-matter-block.ts'
import { fieldsOf } from './front-matter/front-matter-fields.ts'
import { parseYaml } from './parse-yaml.ts'

export interface FrontMatter {
  readonly metadata: Metadata
  /** The author keeps the file out of the index. */
  readonly draft: boolean
  /** The text behind the front matter. */
  readonly body: string
}

/** Names of fields as tools write them; two rules with prose between them are no front matter. */
const FIELD_NAME = /^(?:[a-z][\w.-]*|Title|Author|Date|Draft|Lang|Language|Url|Id)$/

/** A value with a colon in it, which YAML wants in quotes. */
const UNQUOTED = /^([A-Za-z][\w-]*:[ \t]+)([^\s"'[{|>&*!%@`#][^\n]*:[ \t][^\n]*)$/gm
/** What a Chinese keyboard writes for a colon. */
const FULL_WIDTH_COLON = /^([A-Za-z][\w-]*)[ \t]*：[ \t]*/gm

/**
 * Reads the optional front matter of a file: YAML, TOML or JSON. Fields that are not ours are ignored, and so, with a
 * note, is a value that is of no use here; an empty field is as good as none.
 *
 * @param source path of the file, for messages
 * @param note called with a sentence that names the file and what was ignored
 * @throws CorpusError naming the file, and the line of what is malformed, or a `draft` that is neither true nor false
 */
export function readFrontMatter(
  source: string,
  content: string,
  note: (message: string) => void = () => {},
): FrontMatter {
  const block = findFrontMatter(content)
  const data = block === undefined ? undefined : dataOf(source, block, note)
  if (block === undefined || data === undefined) return { metadata: {}, draft: false, body: content }
  const fields = fieldsOf(data)
  if (fields === undefined) {
    throw new CorpusError('corpus', `${source}: in the front matter "draft" must be true or false.`, {
      fields: { source, fields: ['draft'] },
    })
  }
  const { metadata, draft, ignored } = fields
  if (!block.isClosed)
    note(
      `${source}: the front matter has no line of hyphens at its end; it is read up to line ${lastLine(block)}.`,
    )
  for (const field of ignored) note(`${source}: the front matter is read without ${field}.`)
  return { metadata, draft, body: block.body }
}

function lastLine({ line, text }: FrontMatterBlock): number {
  return line + text.split('\n').length - 1
}

/** @returns nothing where it turns out to be no front matter */
function dataOf(
  source: string,
  block: FrontMatterBlock,
  note: (message: string) => void,
): Readonly<Record<string, unknown>> | undefined {
  const data = block.language === 'yaml' ? yamlOf(source, block, note) : strictlyRead(source, block)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
  const names = Object.keys(data)
  return names.length === 0 || names.some((name) => FIELD_NAME.test(name))
    ? (data as Record<string, unknown>)
    : undefined
}

function yamlOf(source: string, { text, line }: FrontMatterBlock, note: (message: string) => void): unknown {
  const written = text.replace(FULL_WIDTH_COLON, '$1: ')
  const { document, fault } = parseYaml(written, 'core')
  if (fault === undefined) return document.toJS() ?? {}
  const quoted = parseYaml(
    written.replace(UNQUOTED, (_, name: string, value: string) => name + JSON.stringify(value.trimEnd())),
    'core',
  )
  if (quoted.fault === undefined) {
    note(
      `${source}, line ${line + fault.line - 1}: the value has a colon in it and is read as text; set it in quotes.`,
    )
    return quoted.document.toJS()
  }
  const place = { line: line + fault.line - 1, column: fault.column }
  throw new CorpusError(
    'corpus',
    `${source}, line ${place.line}, column ${place.column}: the front matter is not valid YAML: ${fault.message}.`,
    { fields: { source, ...place } },
  )
}

function strictlyRead(source: string, { language, text, line }: FrontMatterBlock): unknown {
  try {
    return language === 'toml' ? parseToml(text) : JSON.parse(text)
  } catch (cause) {
    const fault = (cause as Error).message.split('\n')[0]
    const message = `${source}, from line ${line}: the front matter is not valid ${language.toUpperCase()}: ${fault}.`
    throw new CorpusError('corpus', message, { fields: { source, line }, cause })
  }
}
