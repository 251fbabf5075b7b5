import { type APIMessage, ComponentType } from 'discord-api-types/v10'
import { parseCustomId } from './custom-id.ts'

/** The address of a paragraph in the reader, wherever the service itself is. */
const PARAGRAPH_URL = /\/articles\/([^\s()?#]+)(?:\?[^\s()#]*)?#([\w-]+)\)/g

/** Ids of the paragraphs that an answer's message shows, as its links and buttons tell them. */
export function shownParagraphs({
  embeds,
  components = [],
}: Pick<APIMessage, 'embeds' | 'components'>): string[] {
  const linked = embeds.flatMap(({ description = '' }) =>
    Array.from(description.matchAll(PARAGRAPH_URL), ([, path = '', anchor]) => `${decoded(path)}#${anchor}`),
  )
  const buttons = components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((each) => {
          const action = 'custom_id' in each ? parseCustomId(each.custom_id) : undefined
          return action?.kind === 'paragraph' ? [action.reference] : []
        })
      : [],
  )
  return [...new Set([...linked, ...buttons])]
}

function decoded(path: string): string {
  return path
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
    .join('/')
}
