import type { Tag } from './tag-syntax.ts'

/** Attributes that components show to readers, in the order in which they are read. */
const SHOWN = [
  'title',
  'titleText',
  'label',
  'header',
  'heading',
  'summary',
  'question',
  'subtitle',
  'tagline',
  'caption',
  'text',
  'description',
  'desc',
  'message',
  'content',
  'answer',
  'alt',
]
const TAB = /tab(?:-?item|-?panel)?$/i
/** Components that show what to type, and the attributes that hold it. */
const CODE = /(?:snippet|command|terminal|code-?block)$/i
const CODE_ATTRIBUTES = ['text', 'code', 'command']
/** Components that describe one thing by its name and its type. */
const FIELD = /(?:field|param|parameter|property|option|attribute)$/i
const FIELD_NAMES = ['name', 'path', 'query', 'body', 'header']
/** Pictures that say yes or no, as in tables that compare. */
const YES = /^(?:fa|hi|lu|icon)?-?(?:check|tick|yes|supported)-?(?:mark|icon|circle)*$/i
const NO = /^(?:fa|hi|lu|icon)?-?(?:cross|times|x|no|unsupported)-?(?:mark|icon|circle)*$/i

export function isTab({ name }: Tag): boolean {
  return TAB.test(name)
}

/** What a component shows as code, of which it is nothing but the frame. */
export function codeOf({ name, attributes, isSelfClosing }: Tag): string | undefined {
  if (!isSelfClosing || !CODE.test(name)) return undefined
  return CODE_ATTRIBUTES.map((attribute) => attributes.get(attribute)).find((code) => code?.trim())
}

/** A mark for a picture that says yes or no. */
export function iconOf({ name, isSelfClosing }: Tag): string | undefined {
  if (!isSelfClosing) return undefined
  return YES.test(name) ? '✓' : NO.test(name) ? '✗' : undefined
}

/** The attributes of a component that a reader sees, each on one line. */
export function shownBy({ name, attributes, isClosing }: Tag): string[] {
  if (isClosing) return []
  const values = SHOWN.flatMap((attribute) => attributes.get(attribute) ?? [])
  const words = [...new Set(values)].filter((value) => /\p{L}|\p{N}/u.test(value))
  const value = TAB.test(name) && words.length === 0 ? attributes.get('value') : undefined
  const field = FIELD.test(name) ? fieldOf(attributes) : []
  return [...field, ...(value === undefined ? words : [value])].map((shown) =>
    shown.replace(/\s+/g, ' ').trim(),
  )
}

function fieldOf(attributes: ReadonlyMap<string, string>): string[] {
  const name = FIELD_NAMES.map((attribute) => attributes.get(attribute)).find((words) => words?.trim())
  if (name === undefined) return []
  const type = attributes.get('type')
  return [type ? `${name} (${type})` : name]
}
