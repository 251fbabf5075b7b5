/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { articlePath, type Mark } from '../../../answer/citation-url.ts'
import type { Paragraph } from '../../../domain/paragraph.ts'
import { anchorOf } from '../../../paragraph-id.ts'
import { blockView } from '../../../views/article/block-view.tsx'
import { markedText } from '../../../views/article/marked-text.tsx'
import { fill } from '../../../views/words/answer-words.ts'
import type { PageWords } from '../words/page-words.ts'
import { spansToMark } from './spans-to-mark.ts'

export interface ParagraphProps {
  readonly paragraph: Paragraph
  readonly marks: readonly Mark[]
  readonly words: PageWords
}

/** Sets a paragraph as the blocks it was in its source, with its anchor, its number and its marked words. */
export function ParagraphView({ paragraph, marks, words }: ParagraphProps) {
  const { text, kind, position, blocks, styles } = paragraph
  const anchor = anchorOf(paragraph.id)
  const spans = spansToMark(text, anchor, marks)
  const render = markedText(text, spans, { anchor, styles })
  const label = fill(words.paragraph, { n: position })
  const inside = (
    <>
      {blocks.map((block) => blockView(text, block, render))}
      {position === 0 ? (
        ''
      ) : (
        <a
          class="number"
          href={`${articlePath(paragraph.article)}#${anchor}`}
          aria-label={label}
          title={label}
        >
          {position}
        </a>
      )}
    </>
  )
  const name = `paragraph ${kind}`
  return spans.length === 0 ? (
    <div class={name} id={anchor}>
      {inside}
    </div>
  ) : (
    <div class={`${name} marked`}>{inside}</div>
  )
}
