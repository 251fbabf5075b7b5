/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Span, StyledSpan } from '../../domain/span.ts'

/**
 * A range of a text with what is set apart in it.
 *
 * @param styles of the whole text, outer before inner; those that the range cuts are cut
 */
export function styledText(text: string, { start, end }: Span, styles: readonly StyledSpan[]): Child[] {
  const pieces: Child[] = []
  let at = start
  for (const [index, span] of styles.entries()) {
    const from = Math.max(span.start, start)
    const to = Math.min(span.end, end)
    // What begins before where one has come to stands in a span that is set already.
    if (from >= to || from < at) continue
    pieces.push(text.slice(at, from))
    pieces.push(styled(span, styledText(text, { start: from, end: to }, styles.slice(index + 1))))
    at = to
  }
  pieces.push(text.slice(at, end))
  return pieces
}

function styled({ style, href }: StyledSpan, words: readonly Child[]): Child {
  switch (style) {
    case 'code':
      return <code>{words}</code>
    case 'strong':
      return <strong>{words}</strong>
    case 'emphasis':
      return <em>{words}</em>
    case 'link':
      return <WebLink href={href ?? ''}>{words}</WebLink>
  }
}

/** Only an address of the web becomes a link: a text may name any scheme. */
function WebLink({ href, children }: { readonly href: string; readonly children?: readonly Child[] }) {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>
  return (
    <a href={href} rel="external noopener noreferrer">
      {children}
    </a>
  )
}
