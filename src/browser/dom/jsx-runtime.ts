/**
 * What JSX becomes in a browser: elements, made at once. The views are written for `hono/jsx`, which turns them into
 * text on the server; the bundler puts this module in its place, so that a script shows exactly what the server would
 * have sent. There is nothing to compare or update: a view is made anew, and listeners are attached to what holds it.
 */
type Child = Node | string | number | boolean | null | undefined | readonly Child[]

interface Props {
  readonly children?: Child
  readonly [attribute: string]: unknown
}

type Component = (props: Props) => Node

const SVG = 'http://www.w3.org/2000/svg'
const SVG_ELEMENTS = new Set(['svg', 'path'])

export function jsx(type: string | Component, { children, ...attributes }: Props): Node {
  if (typeof type === 'function') return type({ children, ...attributes })
  const element = SVG_ELEMENTS.has(type) ? document.createElementNS(SVG, type) : document.createElement(type)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

/**
 * What esbuild calls where an element has several children.
 *
 * @alias
 */
export const jsxs = jsx

export function Fragment({ children }: Props): Node {
  const fragment = document.createDocumentFragment()
  append(fragment, children)
  return fragment
}

function append(parent: Node, child: Child): void {
  if (Array.isArray(child)) {
    for (const each of child) append(parent, each)
  } else if (child instanceof Node) {
    parent.appendChild(child)
  } else if (typeof child === 'string' || typeof child === 'number') {
    parent.appendChild(document.createTextNode(String(child)))
  }
}
