import * as z from 'zod'
import { CorpusError } from '../errors.ts'
import type { Metadata } from './document.ts'
import { parseYaml } from './parse-yaml.ts'

/** Between two lines of three hyphens at the very beginning of a file. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

const schema = z.object({
  id: z
    .string()
    .trim()
    .regex(/^(?!\.+$)[^#/?\s\p{Cc}]*$/u)
    .nullish(),
  title: z.string().trim().nullish(),
  author: z.string().trim().nullish(),
  // YAML reads a year alone as a number.
  date: z.union([z.string().trim(), z.int().transform(String)]).nullish(),
  lang: z.string().trim().nullish(),
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).nullish(),
  draft: z.boolean().nullish(),
})

const EXPECTED: Record<string, string> = {
  id: 'text without spaces, "#", "/" and "?", like my-article',
  title: 'text, in quotes where it looks like a number or a list, like "1984"',
  author: 'text, like Jane Doe',
  date: 'text or a year, like 2016-05-01',
  lang: 'a language tag, like zh-Hant or en',
  url: 'an http or https address, like https://example.org/article',
  draft: 'true or false',
}

export interface FrontMatter {
  readonly metadata: Metadata
  /** The author keeps the file out of the index. */
  readonly draft: boolean
  /** The text behind the front matter. */
  readonly body: string
}

/**
 * Reads the optional YAML front matter of a file. Fields that are not ours are ignored; an empty field is as good as
 * none.
 *
 * @param source path of the file, for messages
 * @throws CorpusError naming the file, and the line of malformed YAML or every field of a wrong type
 */
export function readFrontMatter(source: string, content: string): FrontMatter {
  const match = FRONT_MATTER.exec(content)
  const data = match ? fieldsOf(source, match[1] ?? '') : undefined
  // Two thematic breaks with prose between them look like front matter, but hold no fields.
  if (!match || typeof data !== 'object' || Array.isArray(data)) {
    return { metadata: {}, draft: false, body: content }
  }
  const result = schema.safeParse(data)
  if (!result.success) {
    const fields = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
    const faults = fields.map((field) => `"${field}" must be ${EXPECTED[field]}`)
    throw new CorpusError('corpus', `${source}: in the front matter ${faults.join('; ')}.`, {
      fields: { source, fields },
    })
  }
  const { lang, draft, ...rest } = result.data
  const given = Object.entries({ ...rest, language: lang }).filter(([, value]) => value)
  return { metadata: Object.fromEntries(given), draft: draft ?? false, body: content.slice(match[0].length) }
}

function fieldsOf(source: string, text: string): unknown {
  const { document, fault } = parseYaml(text, 'core')
  if (fault) {
    // The first line of the YAML is the second one of the file.
    const line = fault.line + 1
    throw new CorpusError(
      'corpus',
      `${source}, line ${line}, column ${fault.column}: the front matter is not valid YAML: ${fault.message}.`,
      { fields: { source, line, column: fault.column } },
    )
  }
  return document.toJS() ?? {}
}
