/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { shelfOf } from '../../../conversation/about/shelf.ts'
import { madeSuggestions } from '../../../conversation/suggestions/made-suggestions.ts'
import type { Answer } from '../../../domain/answer.ts'
import type { IndexSnapshot } from '../../../domain/index-snapshot.ts'
import type { Language } from '../../../domain/language.ts'
import type { Library } from '../../../domain/library.ts'
import { type ArticleSummary, findArticle, listArticles } from '../../../protocol/article-document.ts'
import { Suggestions } from '../../../views/answer/answer-view.tsx'
import { TurnView } from '../../../views/answer/turn-view.tsx'
import { type ChatPageData, MOST_BEFORE } from '../../../views/page-data.ts'
import { fill } from '../../../views/words/answer-words.ts'
import { answerWords } from '../../../views/words/words-for.ts'
import { ArticleList } from '../article-list-page.tsx'
import { Page } from '../page.tsx'
import { pageWords } from '../words/page-words-for.ts'
import { chooseSuggestions } from './choose-suggestions.ts'
import { Composer } from './composer.tsx'

/** Suggestions on a page that nothing was asked on yet. */
const MOST_SUGGESTIONS = 4
/** Articles that the page lists itself, and that can be chosen from. A larger corpus has its list at `/articles`. */
const MOST_LISTED = 5
const MOST_CHOICES = 200

export interface ChatPageProps {
  readonly snapshot: Pick<IndexSnapshot, 'library' | 'suggestions'>
  readonly language: Language
  /** Path and query of this page. */
  readonly path: string
  /** Ids of the articles that are to be asked; all without any. */
  readonly chosen: readonly string[]
  /** Questions asked before, oldest first. */
  readonly before: readonly string[]
  /** A passage to ask about. */
  readonly about?: string | undefined
  /** What was asked by the address, and what came of it. */
  readonly asked?:
    | { readonly question: string; readonly answer?: Answer; readonly failure?: string }
    | undefined
}

/** The page that people chat on; without script, a form and the answer to one question. */
export function ChatPage({ snapshot, language, path, chosen, before, about, asked }: ChatPageProps) {
  const words = pageWords(language)
  const ofAnswers = answerWords(language)
  const { articleCount } = snapshot.library
  const articles = choices(snapshot.library, chosen)
  const suggestions = suggestionsFor(snapshot, language, chosen)
  const placeholder = asked === undefined ? words.placeholder : words.followUp
  const data: ChatPageData = {
    language,
    words: ofAnswers,
    placeholder: words.placeholder,
    followUp: words.followUp,
    about: words.about,
    panel: {
      source: words.source,
      openWhole: words.openWhole,
      askAbout: words.askAbout,
      highlights: words.highlights,
      previous: words.previous,
      next: words.next,
    },
    ...(asked?.answer === undefined
      ? {}
      : { turn: { question: asked.question, articles: chosen, answer: asked.answer } }),
  }
  return (
    <Page
      language={language}
      title={asked === undefined ? 'Footnote' : `${asked.question} · Footnote`}
      kind="chat"
      script="/chat.js"
      path={path}
      data={data}
      unlisted={asked !== undefined}
      tools={
        <a class="new" href="/" title={words.newConversation}>
          {words.newConversation}
        </a>
      }
    >
      <main id="content" class={asked === undefined ? 'empty' : ''}>
        <section class="hero">
          <h2>{articles.length === 1 ? words.askOne : words.askMany}</h2>
          <p>{words.promise}</p>
        </section>
        <div class="conversation" role="log" aria-live="off" aria-label={words.conversation}>
          {asked === undefined ? '' : <TurnView {...asked} words={ofAnswers} />}
        </div>
        <Composer
          articles={articles}
          chosen={chosen}
          text={about === undefined ? '' : fill(words.about, { text: about })}
          words={words}
          answerWords={ofAnswers}
          placeholder={placeholder}
          before={asked?.answer === undefined ? before : [...before, asked.question].slice(-MOST_BEFORE)}
        />
        <div class="start">
          {suggestions.questions.length === 0 ? '' : <Suggestions {...suggestions} words={ofAnswers} />}
          <section>
            <h3>{words.articles}</h3>
            <ArticleList articles={articles.slice(0, MOST_LISTED)} words={words} language={language} />
            {articleCount > MOST_LISTED ? (
              <p class="all">
                <a href="/articles">{fill(words.wholeList, { n: articleCount })}</a>
              </p>
            ) : (
              ''
            )}
          </section>
          <p class="facts">
            <a href="/docs" hreflang="en">
              {words.api}
            </a>
          </p>
        </div>
      </main>
      <aside class="panel" aria-label={words.source} hidden></aside>
      <div class="hidden" role="status"></div>
    </Page>
  )
}

/** Questions to begin with: those written ahead, otherwise such as titles and headings suggest. */
function suggestionsFor(
  { suggestions, library }: ChatPageProps['snapshot'],
  language: Language,
  chosen: readonly string[],
): { readonly questions: readonly string[]; readonly language: Language } {
  const written = chooseSuggestions(suggestions, language, MOST_SUGGESTIONS, chosen)
  const [first] = written
  if (first !== undefined)
    return { questions: written.map(({ question }) => question), language: first.language }
  const shelf = shelfOf(library, chosen.length === 0 ? {} : { articles: chosen })
  return { questions: madeSuggestions(shelf, language, MOST_SUGGESTIONS), language }
}

/** What can be chosen from: the first articles, and those that are chosen already. */
function choices(library: Library, chosen: readonly string[]): ArticleSummary[] {
  const first = listArticles(library, MOST_CHOICES)
  const others = chosen.filter((id) => !first.some((article) => article.id === id))
  return [
    ...first,
    ...others.map((id) => findArticle(library, id)).filter((article) => article !== undefined),
  ]
}
