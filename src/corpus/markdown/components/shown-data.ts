import { type Literal, literalOf } from './literal.ts'

/** Fields that name a thing, and that say something about it, in the order in which they are looked for. */
const NAMES = [
  'name',
  'title',
  'label',
  'prop',
  'property',
  'parameter',
  'option',
  'attribute',
  'term',
  'question',
]
const WORDS = ['description', 'desc', 'text', 'content', 'answer', 'details', 'body', 'summary']
const CODE_SPAN = /(`+[^`]+`+)/
const MARKS = /[\\*_<>[\]{}|#~$&]/g

/**
 * The list that readers see of the values a component is given: properties with their types and what they mean, cards,
 * questions and their answers.
 *
 * @param expression what stands between the braces of an attribute
 * @returns lines of Markdown; none where the values say nothing to readers
 */
export function shownData(expression: string): readonly string[] {
  if (!/^\s*[[{]/.test(expression)) return []
  const value = literalOf(expression)
  return value !== undefined && says(value) ? linesOf(value, '') : []
}

/** Texts alone in a list, such as the labels of tabs; by the value of each where it has one. */
export function shownLabels(expression: string): {
  readonly labels: readonly string[]
  readonly byValue: ReadonlyMap<string, string>
} {
  const value = literalOf(expression)
  const items = value?.kind === 'list' ? value.items : []
  const labels = items.map((item) =>
    item.kind === 'text' ? item.text : (textOf(item, ['label', 'title', 'name']) ?? ''),
  )
  const byValue = items.flatMap((item, index): [string, string][] => {
    const own = textOf(item, ['value', 'id'])
    return own === undefined ? [] : [[own, labels[index] as string]]
  })
  return { labels, byValue: new Map(byValue) }
}

/** Whether something in a value is described or entitled. */
function says(value: Literal): boolean {
  if (value.kind === 'list') return value.items.some(says)
  if (value.kind !== 'record') return false
  return (
    [...WORDS, 'title', 'question'].some((field) => /\s/.test(textOf(value, [field])?.trim() ?? '')) ||
    [...value.fields.values()].some(says)
  )
}

function linesOf(value: Literal, indentation: string): string[] {
  if (value.kind === 'list') return value.items.flatMap((item) => linesOf(item, indentation))
  if (value.kind !== 'record') return []
  const line = lineOf(value)
  const inside = line === '' ? indentation : `${indentation}  `
  const nested = [...value.fields.values()].flatMap((field) => linesOf(field, inside))
  return line === '' ? nested : [`${indentation}- ${line}`, ...nested]
}

function lineOf(value: Literal): string {
  const name = textOf(value, NAMES)
  const type = textOf(value, ['type'])
  const words = textOf(value, WORDS) ?? ''
  // A record that only holds others is no thing of its own.
  if (name === undefined && words === '')
    return type === undefined || /^object$/i.test(type) ? '' : escaped(type)
  const named = [name, type && name ? `(${type})` : undefined].filter(Boolean).join(' ')
  return escaped(
    [named, words]
      .filter((part) => part !== '')
      .join(': ')
      .replace(/\s+/g, ' '),
  )
}

function textOf(value: Literal, fields: readonly string[]): string | undefined {
  if (value.kind !== 'record') return undefined
  for (const field of fields) {
    const found = value.fields.get(field)
    if (found?.kind === 'text' && found.text.trim() !== '') return found.text.trim()
  }
  return undefined
}

function escaped(words: string): string {
  return words
    .split(CODE_SPAN)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(MARKS, '\\$&')))
    .join('')
}
