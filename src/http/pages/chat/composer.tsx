/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ArticleSummary } from '../../../protocol/article-document.ts'
import { LIMITS } from '../../../protocol/request-fields.ts'
import { SendIcon, StopIcon } from '../../../views/icons.tsx'
import type { AnswerWords } from '../../../views/words/answer-words.ts'
import type { PageWords } from '../words/page-words.ts'

export interface ComposerProps {
  readonly articles: readonly ArticleSummary[]
  /** Ids of the articles that are chosen. */
  readonly chosen: readonly string[]
  /** What stands in the box already. */
  readonly text: string
  readonly words: PageWords
  readonly answerWords: AnswerWords
  readonly placeholder: string
  /** Questions asked before, oldest first, which the form sends along: without script, nothing else remembers them. */
  readonly before: readonly string[]
}

/** Where one asks: a form that works by itself, and that the page's script takes over. */
export function Composer({ articles, chosen, text, words, answerWords, placeholder, before }: ComposerProps) {
  return (
    <form class="composer" action="/" method="get">
      {before.map((question) => (
        <input type="hidden" name="before" value={question} />
      ))}
      <div class="box">
        <label class="hidden" for="q">
          {answerWords.question}
        </label>
        <textarea
          id="q"
          name="q"
          rows={1}
          maxlength={LIMITS.questionCharacters}
          required
          autofocus
          autocomplete="off"
          enterkeyhint="send"
          placeholder={placeholder}
          aria-describedby="keys"
        >
          {text}
        </textarea>
        {articles.length < 2 ? '' : <ArticleChoice articles={articles} chosen={chosen} words={words} />}
        <button type="submit" class="send" aria-label={answerWords.send} title={answerWords.send}>
          <SendIcon />
        </button>
        <button type="button" class="stop" aria-label={answerWords.stop} title={answerWords.stop} hidden>
          <StopIcon />
        </button>
      </div>
      <p class="keys" id="keys">
        {words.keys}
      </p>
    </form>
  )
}

function ArticleChoice({ articles, chosen, words }: Pick<ComposerProps, 'articles' | 'chosen' | 'words'>) {
  return (
    <span class="choice">
      <select name="articles" aria-label={words.askedOf}>
        <option value="">{words.allArticles}</option>
        {articles.map(({ id, title, language }) => (
          <option value={id} lang={language ?? ''} selected={chosen.includes(id) ? true : undefined}>
            {title}
          </option>
        ))}
      </select>
    </span>
  )
}
