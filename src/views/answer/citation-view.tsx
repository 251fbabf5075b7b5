/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Citation, RelatedParagraph } from '../../domain.ts'
import { type AnswerWords, fill } from '../words/answer-words.ts'
import { excerptOf } from './excerpt.ts'

interface CitationProps {
  readonly citation: Citation
  readonly words: AnswerWords
}

/** The number in the text that leads to a source. */
export function Marker({ citation, words }: CitationProps) {
  const name = `${fill(words.source, { n: citation.marker })}: ${placeOf(citation, words)}`
  return (
    <a class="marker" href={citation.url} data-marker={String(citation.marker)} aria-label={name}>
      {citation.marker}
    </a>
  )
}

/** Where a paragraph stands, as people say it: title, section, paragraph. */
export function placeOf(
  { title, section, paragraph }: Pick<RelatedParagraph, 'title' | 'section' | 'paragraph'>,
  words: AnswerWords,
): string {
  const place = paragraph === 0 ? words.header : fill(words.paragraph, { n: paragraph })
  return [title, section, place].filter((part) => part !== '').join(' · ')
}

/** The same, with each part to be set by itself. */
export function Place({
  source,
  words,
}: {
  readonly source: Pick<RelatedParagraph, 'title' | 'section' | 'paragraph'>
  readonly words: AnswerWords
}) {
  const place = source.paragraph === 0 ? words.header : fill(words.paragraph, { n: source.paragraph })
  return (
    <span class="place">
      <cite>{source.title}</cite>
      {source.section === '' ? '' : <span class="section">{source.section}</span>}
      <span class="number">{place}</span>
    </span>
  )
}

/** The exact words in their paragraph, and the way to the article. */
export function CitedWords({ citation, words }: CitationProps) {
  return (
    <>
      <Excerpted citation={citation} />
      <a class="read" href={citation.url} data-source={String(citation.marker)}>
        {words.read}
      </a>
    </>
  )
}

function Excerpted({ citation }: Pick<CitationProps, 'citation'>) {
  const { before, quote, after } = excerptOf(citation)
  const inside = (
    <>
      {before}
      <mark>{quote}</mark>
      {after}
    </>
  )
  if (citation.kind === 'code') {
    return (
      <pre class="cited" tabindex={0}>
        <code>{inside}</code>
      </pre>
    )
  }
  return (
    <blockquote class={`cited ${citation.kind}`} lang={citation.language}>
      {inside}
    </blockquote>
  )
}
