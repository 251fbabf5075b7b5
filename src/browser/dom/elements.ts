import type { JSX } from 'hono/jsx/jsx-runtime'

/** A view as the nodes that it is in a browser, see `jsx-runtime.ts`. */
export function nodesOf(view: JSX.Element): Node {
  return view as unknown as Node
}

/** Makes the element of a view that is one element. */
export function elementOf(view: JSX.Element): HTMLElement {
  return view as unknown as HTMLElement
}

/**
 * The element that a page is known to have.
 * @throws Error where it does not
 */
export function find<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector)
  if (element === null) throw new Error(`The page has no ${selector}`)
  return element
}

/** The nearest element around an event's target that matches, if there is one. */
export function closest<E extends HTMLElement = HTMLElement>(event: Event, selector: string): E | undefined {
  const [target] = event.composedPath()
  return target instanceof Element ? (target.closest<E>(selector) ?? undefined) : undefined
}

/** Whether a click is to be left to the browser: in a new tab, as a download. */
export function isSpecialClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey
}
