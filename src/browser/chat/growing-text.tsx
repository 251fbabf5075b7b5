/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Citation } from '../../domain/citation.ts'
import { markerOf } from '../../views/answer/answer-view.tsx'
import { parseBlocks } from '../../views/markdown/blocks.ts'
import { Markdown } from '../../views/markdown/markdown.tsx'
import type { AnswerWords } from '../../views/words/answer-words.ts'
import { elementOf } from '../dom/elements.ts'

/**
 * The text of an answer that is still being written. Only the blocks that have changed are set again, so that what is
 * read, selected or focused already stays as it is.
 */
export class GrowingText {
  readonly element = elementOf(<div class="text" />)
  text = ''
  private citations: readonly Citation[] = []
  private sources: string[] = []
  private frame = 0

  /** @param language of the text, as far as one can tell before it comes */
  constructor(
    private readonly words: AnswerWords,
    language: string,
  ) {
    this.element.lang = language
  }

  addCitations(citations: readonly Citation[]): void {
    const known = new Map(this.citations.map((citation) => [citation.marker, citation]))
    for (const citation of citations) known.set(citation.marker, citation)
    this.citations = [...known.values()]
    // Where the text is a quote, it is set in the face of the quote from the beginning.
    if (this.text === '') this.element.lang = this.citations[0]?.language ?? this.element.lang
    this.sources = []
    this.render()
  }

  /** Shows the first piece at once and further ones with the next frame, however fast they come. */
  add(text: string): void {
    const first = this.text === ''
    this.text += text
    if (first) this.render()
    else if (this.frame === 0) this.frame = requestAnimationFrame(() => this.render())
  }

  citationOf(marker: number): Citation | undefined {
    return this.citations.find((citation) => citation.marker === marker)
  }

  /** Shows everything now. */
  render(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const blocks = parseBlocks(this.text)
    const sources = blocks.map((block) => JSON.stringify(block))
    const same = sources.findIndex((source, index) => source !== this.sources[index])
    const kept = same === -1 ? sources.length : same
    while (this.element.childNodes.length > kept) this.element.lastChild?.remove()
    const marker = (n: number) => markerOf(n, this.citations, this.words)
    for (const block of blocks.slice(kept)) {
      this.element.append(elementOf(<Markdown blocks={[block]} marker={marker} />))
    }
    this.sources = sources
  }
}
