import { html } from 'hono/html'
import type { Markup } from './marked-text.ts'

export interface PageParts {
  /** BCP 47; the language of the page's own words. */
  readonly language: string
  readonly title: string
  readonly body: Markup
}

/** Where the stylesheet is served. */
export const STYLESHEET_PATH = '/style.css'

/** The frame of every page: complete without script, and without anything from another host. */
export function page({ language, title, body }: PageParts): Markup {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLESHEET_PATH}">
</head>
<body>
${body}
</body>
</html>
`
}
