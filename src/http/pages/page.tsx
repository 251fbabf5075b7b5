/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../domain/language.ts'
import { pageWords } from './words/page-words-for.ts'

export interface PageProps {
  /** Language of the page's own words. */
  readonly language: Language
  readonly title: string
  /** Names the page to the stylesheet. */
  readonly kind: 'chat' | 'reader' | 'list' | 'docs' | 'problem'
  /** The page's own path, which the switch of languages leads back to; without it there is no switch. */
  readonly path?: string
  /** Where the page's script is served. */
  readonly script?: string
  /** What its script is given. */
  readonly data?: unknown
  /** Keeps search engines away from a page that is somebody's question. */
  readonly unlisted?: boolean
  /** Further tools in the header. */
  readonly tools?: Child
  readonly children: Child
}

const LANGUAGES: readonly (readonly [language: Language, short: string, name: string])[] = [
  ['zh-Hant', '繁', '繁體中文'],
  ['zh-Hans', '简', '简体中文'],
  ['en', 'EN', 'English'],
]

/** The frame of every page: complete without script, and without anything from another host. */
export function Page({ language, title, kind, path, script, data, unlisted, tools, children }: PageProps) {
  const words = pageWords(language)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta
            name="viewport"
            content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
          />
          <meta name="color-scheme" content="light dark" />
          {unlisted ? <meta name="robots" content="noindex" /> : ''}
          <title>{title}</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/style.css" />
          {script === undefined ? '' : <script type="module" src={script}></script>}
        </head>
        <body class={kind}>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <header class="site">
            <Wordmark heading={kind === 'chat'} />
            <div class="tools">
              <a href="/articles">{words.articles}</a>
              {path === undefined ? (
                ''
              ) : (
                <LanguageSwitch language={language} path={path} label={words.languages} />
              )}
              {tools ?? ''}
            </div>
          </header>
          {children}
          {data === undefined ? '' : <PageData data={data} />}
        </body>
      </html>
    </>
  )
}

function Wordmark({ heading }: { readonly heading: boolean }) {
  const link = (
    <a href="/" class="wordmark">
      Footnote<sup aria-hidden="true">1</sup>
    </a>
  )
  return heading ? <h1>{link}</h1> : link
}

function LanguageSwitch({
  language,
  path,
  label,
}: {
  readonly language: Language
  readonly path: string
  readonly label: string
}) {
  return (
    <nav class="languages" aria-label={label}>
      {LANGUAGES.map(([tag, short, name]) => (
        <a
          href={`${path}${path.includes('?') ? '&' : '?'}lang=${tag}`}
          lang={tag}
          hreflang={tag}
          title={name}
          aria-current={tag === language ? 'true' : undefined}
        >
          {short}
        </a>
      ))}
    </nav>
  )
}

/** A block of data: browsers do not run it, and no text can end it. */
function PageData({ data }: { readonly data: unknown }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return (
    <script type="application/json" id="page-data">
      {raw(json)}
    </script>
  )
}
