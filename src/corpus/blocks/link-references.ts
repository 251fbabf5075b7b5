import type { Link, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Puts links in the place of references to definitions: `[words][name]`, `[name]: https://…`.
 *
 * @param root is changed
 */
export function resolveReferences(root: Root): void {
  const addresses = new Map<string, string>()
  visit(root, 'definition', ({ identifier, url }) => {
    // The first of a name holds (CommonMark, 4.7).
    if (!addresses.has(identifier)) addresses.set(identifier, url)
  })
  if (addresses.size === 0) return
  visit(root, 'linkReference', ({ identifier, children }, index, parent: Parents | undefined) => {
    const url = addresses.get(identifier)
    if (url === undefined || parent === undefined || index === undefined) return
    const link: Link = { type: 'link', url, children }
    parent.children.splice(index, 1, link as never)
  })
}
