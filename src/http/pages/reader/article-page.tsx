/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { articlePath, type Mark } from '../../../answer/citation-url.ts'
import { HEADER_ANCHOR, headerOf } from '../../../conversation/about/header/article-header.ts'
import type { Article, Section } from '../../../domain/article.ts'
import type { Language } from '../../../domain/language.ts'
import { anchorOf } from '../../../paragraph-id.ts'
import { detectLanguage } from '../../../text/languages.ts'
import { styledText } from '../../../views/article/styled-text.tsx'
import { count } from '../../../views/words/answer-words.ts'
import { Page } from '../page.tsx'
import type { PageWords } from '../words/page-words.ts'
import { pageWords } from '../words/page-words-for.ts'
import { ParagraphView } from './paragraph-view.tsx'

export interface ArticlePageProps {
  readonly article: Article
  readonly marks: readonly Mark[]
  /** Language of the page's own words. */
  readonly language: Language
}

/** An article as people read it, opened at the words that a citation names. */
export function ArticlePage({ article, marks, language }: ArticlePageProps) {
  const words = pageWords(language)
  const anchors = new Set([HEADER_ANCHOR, ...article.paragraphs.map(({ id }) => anchorOf(id))])
  const changed = marks.some(({ anchor }) => !anchors.has(anchor))
  return (
    <Page
      language={language}
      title={article.title}
      kind="reader"
      script="/reader.js"
      path={articlePath(article.id)}
    >
      <main id="content">
        {changed ? (
          <p class="notice" role="status">
            {words.changed}
          </p>
        ) : (
          ''
        )}
        <article
          class="article"
          lang={article.language ?? languageOf(article)}
          data-article={article.id}
          data-ask={words.askAbout}
        >
          <ArticleHeader article={article} words={words} language={language} />
          <Facts article={article} marks={marks} words={words} language={language} />
          <Contents sections={article.sections} words={words} language={language} />
          {bodyOf(article, marks, words)}
        </article>
        <nav
          class="highlights"
          aria-label={words.highlights}
          data-previous={words.previous}
          data-next={words.next}
          hidden
        />
      </main>
      <FirstPublished url={article.url} label={words.firstPublished} />
    </Page>
  )
}

/** Enough to tell a language by. */
const FIRST_PARAGRAPHS = 5

/** The language that an article is written in, which does not say so itself. */
function languageOf({ title, paragraphs }: Article): Language {
  const prose = paragraphs.filter(({ kind }) => kind !== 'code').slice(0, FIRST_PARAGRAPHS)
  return detectLanguage([title, ...prose.map(({ text }) => text)].join('\n'))
}

function ArticleHeader({
  article,
  words,
  language,
}: {
  readonly article: Article
  readonly words: PageWords
  readonly language: Language
}) {
  const facts = [article.author, article.date].filter((fact) => fact !== undefined)
  return (
    <header>
      <h1>{article.title}</h1>
      <p class="byline">
        {facts.length === 0 ? '' : <span>{facts.join(' · ')}</span>}
        <span lang={language}>{count(words.paragraphs, article.paragraphs.length)}</span>
        <a class="ask" lang={language} href={`/?articles=${encodeURIComponent(article.id)}`}>
          {words.askArticle}
        </a>
      </p>
    </header>
  )
}

/** What front matter and headings say, as it is cited; open where its words are marked. */
function Facts({ article, marks, words, language }: ArticlePageProps & { readonly words: PageWords }) {
  return (
    <details class="facts" open={marks.some(({ anchor }) => anchor === HEADER_ANCHOR)}>
      <summary lang={language}>{words.facts}</summary>
      <ParagraphView paragraph={headerOf(article)} marks={marks} words={words} />
    </details>
  )
}

function Contents({
  sections,
  words,
  language,
}: {
  readonly sections: readonly Section[]
  readonly words: PageWords
  readonly language: Language
}) {
  if (sections.length === 0) return null
  return (
    <details class="contents" open>
      <summary lang={language}>{words.contents}</summary>
      <ol>
        {sections.map(({ heading, level }, index) => (
          <li class={`level-${Math.min(Math.max(level, 2), 6)}`}>
            <a href={`#${sectionAnchor(index)}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** No paragraph has such an anchor: theirs are hexadecimal. */
function sectionAnchor(index: number): string {
  return `section-${index + 1}`
}

function bodyOf(article: Article, marks: readonly Mark[], words: PageWords): Child[] {
  const sections = article.sections.map((section, index) => ({ ...section, anchor: sectionAnchor(index) }))
  const body: Child[] = []
  for (const paragraph of article.paragraphs) {
    while (sections[0] !== undefined && sections[0].position <= paragraph.position) {
      body.push(headingOf(sections.shift() as Section & { anchor: string }))
    }
    body.push(<ParagraphView paragraph={paragraph} marks={marks} words={words} />)
  }
  return [...body, ...sections.map(headingOf)]
}

function headingOf({ heading, level, anchor, styles = [] }: Section & { readonly anchor: string }): Child {
  const Heading = `h${Math.min(Math.max(level, 2), 6)}` as 'h2'
  return <Heading id={anchor}>{styledText(heading, { start: 0, end: heading.length }, styles)}</Heading>
}

/** Only an address of the web becomes a link: front matter may hold any scheme. */
function FirstPublished({ url, label }: { readonly url: string | undefined; readonly label: string }) {
  if (url === undefined || !/^https?:\/\//i.test(url)) return null
  return (
    <footer class="published">
      {label}{' '}
      <a href={url} rel="external noopener">
        {url}
      </a>
    </footer>
  )
}
