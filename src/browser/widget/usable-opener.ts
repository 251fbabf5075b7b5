import type { WidgetOptions } from './widget-options.ts'

/**
 * The options with an opener that browsers understand. Of one that they do not, the console tells whoever keeps the page,
 * and the widget's own button stands in for it.
 */
export function withUsableOpener(options: WidgetOptions): WidgetOptions {
  const { opener, label } = options
  if (opener === undefined || isSelector(opener)) return options
  // biome-ignore lint/suspicious/noConsole: nobody else can be told on a page of another site
  console.warn(
    `Footnote: data-opener="${opener}" is no CSS selector, so nothing on the page opens the widget but its own button.`,
  )
  return { ...options, opener: undefined, label: label || undefined }
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text)
    return true
  } catch {
    return false
  }
}
