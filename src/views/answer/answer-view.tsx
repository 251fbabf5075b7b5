/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Answer } from '../../domain/answer.ts'
import type { Citation, RelatedParagraph } from '../../domain/citation.ts'
import { MarkdownText } from '../markdown/markdown.tsx'
import { type AnswerWords, count, fill } from '../words/answer-words.ts'
import { CitedWords, Marker, Place } from './citation-view.tsx'

/** Answers below this confidence say how sure they are. */
const SURE = 0.7

interface Props {
  readonly answer: Answer
  readonly words: AnswerWords
}

/** An answer as people read it: its text, how sure it is, its sources, what comes near or what one could ask. */
export function AnswerView({ answer, words }: Props) {
  return (
    <>
      <div class="text" lang={answer.answerLanguage}>
        <AnswerText text={answer.answer} citations={answer.citations} words={words} />
      </div>
      <AfterText answer={answer} words={words} />
    </>
  )
}

/** The text of an answer, whole or as far as it has come. */
function AnswerText({
  text,
  citations,
  words,
}: {
  readonly text: string
  readonly citations: readonly Citation[]
  readonly words: AnswerWords
}) {
  return <MarkdownText text={text} marker={(n) => markerOf(n, citations, words)} />
}

export function markerOf(n: number, citations: readonly Citation[], words: AnswerWords) {
  const citation = citations.find(({ marker }) => marker === n)
  return citation === undefined ? undefined : <Marker citation={citation} words={words} />
}

/** Everything below the text. */
export function AfterText({ answer, words }: Props) {
  const { citations, related, suggestions = [], confidence, kind, degraded } = answer
  return (
    <>
      {kind === 'answer' && confidence < SURE ? (
        <p class="caution">{fill(words.unsure, { n: Math.round(confidence * 100) })}</p>
      ) : (
        ''
      )}
      {degraded === undefined ? '' : <p class="caution">{degraded.reason}</p>}
      {citations.length === 0 ? '' : <Sources citations={citations} words={words} />}
      {related.length === 0 ? '' : <Nearest related={related} words={words} />}
      {suggestions.length === 0 ? (
        ''
      ) : (
        <Suggestions questions={suggestions} language={answer.answerLanguage} words={words} />
      )}
    </>
  )
}

function Sources({
  citations,
  words,
}: {
  readonly citations: readonly Citation[]
  readonly words: AnswerWords
}) {
  const [first, ...others] = citations
  const ofOne = others.length > 0 && others.every(({ article }) => article === first?.article)
  return (
    <section class="sources" aria-label={count(words.sources, citations.length)}>
      {ofOne ? <cite>{first?.title}</cite> : ''}
      {citations.map((citation) => (
        <details data-source-of={String(citation.marker)}>
          <summary>
            <span class="n">{citation.marker}</span>
            <Place source={citation} words={words} untitled={ofOne} />
          </summary>
          <CitedWords citation={citation} words={words} />
        </details>
      ))}
    </section>
  )
}

/** Longest piece of a near passage that is shown. */
const LONGEST_PASSAGE = 180

function Nearest({
  related,
  words,
}: {
  readonly related: readonly RelatedParagraph[]
  readonly words: AnswerWords
}) {
  return (
    <section class="nearest">
      <h3>{words.nearest}</h3>
      <ul>
        {related.map((passage) => (
          <li>
            <a href={passage.url} data-passage="">
              <Place source={passage} words={words} />
            </a>
            <p lang={/\p{Script=Han}/u.test(passage.text) ? '' : 'en'}>{shorten(passage.text)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length <= LONGEST_PASSAGE ? text : `${characters.slice(0, LONGEST_PASSAGE).join('')}…`
}

/** Questions to ask next, each a link that asks it. */
export function Suggestions({
  questions,
  language,
  words,
}: {
  readonly questions: readonly string[]
  readonly language: string
  readonly words: AnswerWords
}) {
  return (
    <section class="suggestions">
      <h3>{words.suggestions}</h3>
      <ul lang={language}>
        {questions.map((question) => (
          <li>
            <a href={`/?q=${encodeURIComponent(question)}`} data-ask={question}>
              {question}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
