import * as z from 'zod'

/**
 * The schemas that have a name in the interface: under it they stand in the OpenAPI document, and others refer to them.
 * A module registers its own.
 *
 * @example
 * const span = z.object({ start: z.int(), end: z.int() }).register(components, { id: 'Span' })
 */
export const components = z.registry<{ readonly id: string }>()
