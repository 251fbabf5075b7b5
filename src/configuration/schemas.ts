import * as z from 'zod'

// Each of these makes a new schema: the rule of a variable belongs to one schema.

export const text = () => z.string().optional()

export const snowflake = () =>
  z
    .string()
    .regex(/^\d{17,20}$/)
    .optional()

/** Ids with commas between them. */
export const snowflakes = () =>
  z
    .string()
    .regex(/^\d{17,20}(\s*,\s*\d{17,20})*$/)
    .transform((list) => list.split(',').map((id) => id.trim()))

/** Without its last slash, so that a path can be appended. Addresses are shown to people; a password has no place there. */
export const webAddress = () =>
  z
    .url({ protocol: /^https?$/ })
    .refine((address) => !URL.canParse(address) || hasPathOnly(new URL(address)))
    .transform((address) => address.replace(/\/+$/, ''))
    .optional()

/** What an HTTP header can carry; the complaint about any other character would hold the key. */
export const headerSecret = () =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional()

/** The name of a model on a server, or the word for doing without one. */
export const modelName = (none: string) =>
  z
    .string()
    .regex(/^[\w./:@+-]+$/)
    .default(none)

/** Of a million tokens. */
export const price = () =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .optional()

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
}

/** Anything that a function can read; what it makes nothing of is refused. */
export function parsed<T>(parse: (text: string) => T | undefined) {
  return z.string().transform((text, context) => {
    const value = parse(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: 'cannot be read' })
    return z.NEVER
  })
}

/** The items of a list with commas between them; nothing where one of them will not do. */
export function everyOf(list: string, isUsable: (item: string) => boolean): string[] | undefined {
  const items = list.split(',').map((item) => item.trim())
  return items.every((item) => item === '*' || isUsable(item)) ? items : undefined
}

export function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

export function isHostName(text: string): boolean {
  return /^(?:[\w.-]+|\[[\da-f:]+\])$/i.test(text)
}

function hasPathOnly({ username, password, search, hash }: URL): boolean {
  return username === '' && password === '' && search === '' && hash === ''
}
