/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Language } from '../../domain/language.ts'
import type { ArticleSummary } from '../../protocol/article-document.ts'
import { count } from '../../views/words/answer-words.ts'
import { Page } from './page.tsx'
import type { PageWords } from './words/page-words.ts'
import { pageWords } from './words/page-words-for.ts'

export interface ArticleListPageProps {
  readonly articles: readonly ArticleSummary[]
  readonly language: Language
}

/** Every article, in the order of the library. */
export function ArticleListPage({ articles, language }: ArticleListPageProps) {
  const words = pageWords(language)
  return (
    <Page language={language} title={`${words.articles} · Footnote`} kind="list" path="/articles">
      <main id="content">
        <h1>{words.articles}</h1>
        <ArticleList articles={articles} words={words} language={language} />
      </main>
    </Page>
  )
}

/** The articles as a list of links; says so where there is none. */
export function ArticleList({
  articles,
  words,
  language,
}: ArticleListPageProps & { readonly words: PageWords }) {
  if (articles.length === 0) return <p>{words.noArticles}</p>
  return (
    <ul class="articles">
      {articles.map(({ url, title, author, language: tag, paragraphCount }) => (
        <li>
          <a href={url} lang={tag ?? ''}>
            {title}
          </a>
          <span class="facts" lang={language}>
            {[author, count(words.paragraphs, paragraphCount)]
              .filter((fact) => fact !== undefined)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
