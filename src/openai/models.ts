import * as z from 'zod'
import { components } from '../protocol/openapi/components.ts'
import { Problem } from '../protocol/problem.ts'

/** How an answer shows its sources: as annotations, or as Markdown for clients that show none. */
export type SourceStyle = 'annotations' | 'links'

const MODELS: Readonly<Record<string, SourceStyle>> = { footnote: 'annotations', 'footnote-links': 'links' }

/** Clients want a date; it says nothing. */
const CREATED = Date.UTC(2026, 0, 1) / 1000

export const model = z
  .object({
    id: z.string(),
    object: z.literal('model'),
    created: z.int().min(0),
    owned_by: z.string(),
  })
  .register(components, { id: 'OpenAiModel' })

export const modelList = z
  .object({ object: z.literal('list'), data: z.array(model) })
  .register(components, { id: 'OpenAiModelList' })

export function listModels(): z.output<typeof modelList> {
  return { object: 'list', data: Object.keys(MODELS).map(describeModel) }
}

/** @throws {Problem} `not-found` where there is no such model */
export function findModel(id: string): z.output<typeof model> {
  styleOf(id)
  return describeModel(id)
}

/**
 * How a model shows sources.
 *
 * @throws {Problem} `not-found` where there is no such model
 */
export function styleOf(id: string): SourceStyle {
  const style = Object.hasOwn(MODELS, id) ? MODELS[id] : undefined
  if (style === undefined) {
    throw new Problem('not-found', {
      detail: `The model "${id}" does not exist. Use ${Object.keys(MODELS).join(' or ')}.`,
      errors: [{ pointer: '#/model', detail: 'names no model of this service' }],
      extensions: { code: 'model_not_found' },
    })
  }
  return style
}

function describeModel(id: string): z.output<typeof model> {
  return { id, object: 'model', created: CREATED, owned_by: 'footnote' }
}
