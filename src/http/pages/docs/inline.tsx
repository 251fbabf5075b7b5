/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** A sentence of the document; what stands in backticks is set as code. */
export function Inline({ text }: { readonly text: string }) {
  return <>{text.split(/`([^`]*)`/).map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</>
}
