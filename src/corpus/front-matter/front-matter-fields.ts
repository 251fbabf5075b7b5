import * as z from 'zod'
import type { Metadata } from '../document.ts'

export interface FrontMatterFields {
  readonly metadata: Metadata
  /** The author keeps the file out of the index. */
  readonly draft: boolean
  /** Fields of ours whose value is of no use, and what it should be. */
  readonly ignored: readonly string[]
}

const line = z.string().transform((text) =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim(),
)
const number = z.number().transform(String)
const person = z.union([line, z.object({ name: line }).transform(({ name }) => name)])

/** Each field of ours: how its value is read, and what it should be. */
const FIELDS: Readonly<
  Record<
    Exclude<keyof Metadata, 'language'> | 'lang',
    { readonly schema: z.ZodType<string>; readonly expected: string }
  >
> = {
  id: {
    // Half a surrogate pair cannot stand in an address.
    schema: z
      .union([z.string().trim(), z.int().transform(String)])
      .pipe(z.string().regex(/^(?!\.+$)[^#/?\s\p{Cc}\p{Cs}]*$/u)),
    expected: 'text without spaces, "#", "/" and "?", like my-article',
  },
  title: { schema: z.union([line, number]), expected: 'text, like "My article"' },
  author: {
    schema: z.union([person, z.array(person).transform((names) => names.join(', '))]),
    expected: 'text, like Jane Doe',
  },
  date: {
    schema: z.union([line, number, z.date().transform((date) => date.toISOString())]),
    expected: 'text or a year, like 2016-05-01',
  },
  lang: {
    schema: line.transform((tag) => tag.replaceAll('_', '-')),
    expected: 'a language tag, like zh-Hant or en',
  },
  url: {
    schema: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]),
    expected: 'an http or https address, like https://example.org/article',
  },
}

/** Says that a file is not to be read; what it says otherwise, or not clearly, is an error of its own. */
const draftSchema = z.union([z.boolean(), z.stringbool()])

/**
 * Takes from front matter what is ours. Fields of other tools are theirs, also where they have the name of one of ours:
 * what is of no use is left alone.
 *
 * @returns `undefined` where it cannot be told whether the file is a draft
 */
export function fieldsOf(data: Readonly<Record<string, unknown>>): FrontMatterFields | undefined {
  const values = new Map(Object.entries(data).map(([name, value]) => [name.toLowerCase(), value]))
  const draft = isDraft(values)
  if (draft === undefined) return undefined
  const metadata: Record<string, string> = {}
  const ignored: string[] = []
  for (const [name, { schema, expected }] of Object.entries(FIELDS)) {
    const value = values.get(name)
    if (value === undefined || value === null) continue
    const result = schema.safeParse(value)
    const field = name === 'lang' ? 'language' : name
    if (!result.success) ignored.push(`"${name}", which should be ${expected}`)
    else if (result.data !== '') metadata[field] ??= result.data
  }
  return { metadata, draft, ignored }
}

function isDraft(values: ReadonlyMap<string, unknown>): boolean | undefined {
  const draft = values.get('draft') ?? false
  const result = draftSchema.safeParse(draft)
  if (!result.success) return undefined
  // Jekyll's, where it is no date, and that of blogs.
  const published = draftSchema.safeParse(values.get('published') ?? values.get('publish') ?? true)
  return result.data || (published.success && !published.data) || values.get('status') === 'draft'
}
