const IS_XHTML = /^\uFEFF?\s*<\?xml\b|<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML|<html\s[^>]*xmlns=/i

/** Elements that have no end tag in HTML, and those whose content is no markup. */
const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$|^(?:script|style|textarea|title)$/i
const SELF_CLOSING = /<([a-z][\w:-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?){0,30})\s*\/>/gi
/** Where `/>` may stand for something else. */
const FOREIGN = /<(svg|math|script|style)\b[\s\S]*?<\/\1>/gi

/**
 * The same page for readers of HTML, in which `<a id="x"/>` opens a link that nothing ends: empty elements of XHTML get
 * their end tag.
 */
export function expandEmptyElements(page: string): string {
  if (!IS_XHTML.test(page.slice(0, 2000))) return page
  let result = ''
  let from = 0
  for (const { index, 0: foreign } of page.matchAll(FOREIGN)) {
    result += expanded(page.slice(from, index)) + foreign
    from = index + foreign.length
  }
  return result + expanded(page.slice(from))
}

function expanded(text: string): string {
  return text.replace(SELF_CLOSING, (tag: string, name: string, attributes: string) =>
    VOID.test(name) ? tag : `<${name}${attributes}></${name}>`,
  )
}
