/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Citation, RelatedParagraph } from '../../domain/citation.ts'
import { blockView } from '../article/block-view.tsx'
import { markedText, type RenderRange } from '../article/marked-text.tsx'
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

type Placed = Pick<RelatedParagraph, 'title' | 'section' | 'paragraph'>

/** Where a paragraph stands, as people say it: title, section, paragraph. */
export function placeOf(source: Placed, words: AnswerWords): string {
  return [source.title, source.section, numberOf(source, words)].filter((part) => part !== '').join(' · ')
}

export interface PlaceProps {
  readonly source: Placed
  readonly words: AnswerWords
  /** Leaves out the title, where it is said once for several. */
  readonly untitled?: boolean
}

/** The same, with each part to be set by itself. */
export function Place({ source, words, untitled = false }: PlaceProps) {
  return (
    <span class="place">
      {untitled ? '' : <cite>{source.title}</cite>}
      {source.section === '' ? '' : <span class="section">{source.section}</span>}
      <span class="number">{numberOf(source, words)}</span>
    </span>
  )
}

function numberOf({ paragraph }: Placed, words: AnswerWords): string {
  return paragraph === 0 ? words.header : fill(words.paragraph, { n: paragraph })
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
  const { text, kind, language, styles } = citation
  const { start, end, isCutBefore, isCutAfter } = excerptOf(citation)
  const words = markedText(text, [citation], { styles })
  const render: RenderRange = (range) => (
    <>
      {isCutBefore && range.start === start ? '…' : ''}
      {words(range)}
      {isCutAfter && range.end === end ? '…' : ''}
    </>
  )
  // Of an answer that does not say how its paragraphs are set, code is known to be code.
  const whole = { kind: kind === 'code' ? kind : 'prose', start: 0, end: text.length } as const
  const shown = (citation.blocks ?? [whole]).filter((block) => block.start < end && start < block.end)
  return (
    <blockquote class="cited" lang={language}>
      {shown.map((block) =>
        blockView(text, block, render, {
          start: Math.max(block.start, start),
          end: Math.min(block.end, end),
        }),
      )}
    </blockquote>
  )
}
