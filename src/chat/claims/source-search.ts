import type { Span } from '../../domain/span.ts'
import { AlignedText } from '../../text/aligned-text.ts'
import { countHan } from '../../text/languages.ts'
import type { SourceParagraph } from '../prompt/source-sentences.ts'

/** Words of a paragraph that a model was shown. */
export interface SourceSpan extends Span {
  readonly source: SourceParagraph
}

/** What makes no difference to a quotation: white space, quotation marks, dots left out. */
const IGNORED = /[\s"'“”‘’„«»「」『』《》`*_\u2026]/
/** Fewer characters stand in a text by chance: letters of Latin words, Han characters. */
const LEAST_LETTERS = 12
const LEAST_HAN = 5
const LEAST_SHARE = 0.6

/** Finds words that a model quotes in the paragraphs that it was shown. */
export class SourceSearch {
  private readonly texts: readonly { readonly source: SourceParagraph; readonly searched: SearchedText }[]

  constructor(sources: readonly SourceParagraph[]) {
    this.texts = sources.map((source) => ({ source, searched: new SearchedText(source.paragraph.text) }))
  }

  /** Finds words that are not set as a quotation, which must make up most of the sentences that hold them. */
  findWhole(words: string): SourceSpan | undefined {
    const found = this.find(words)
    if (found === undefined) return undefined
    const sentences = found.source.paragraph.text.slice(found.start, found.end)
    return words.length >= LEAST_SHARE * sentences.length ? found : undefined
  }

  /**
   * Finds a quotation whatever its script, width, case and spaces.
   *
   * @returns the whole sentences of the source that hold it, so that nothing before or after it is lost that turns its
   *   meaning; undefined where the words stand nowhere in this order, or are too few
   */
  find(words: string): SourceSpan | undefined {
    const wanted = squashed(new AlignedText(words).normalised)
    const han = countHan(wanted)
    if (wanted.length - han < LEAST_LETTERS && han < LEAST_HAN) return undefined
    for (const { source, searched } of this.texts) {
      const found = searched.find(wanted)
      const within = source.sentences.filter(
        ({ start, end }) => found && start < found.end && end > found.start,
      )
      const [first, last] = [within[0], within.at(-1)]
      // All of it must stand in sentences that the model was shown: the others are left out for a reason.
      if (found && first && last && first.start <= found.start && last.end >= found.end)
        return { source, start: first.start, end: last.end }
    }
    return undefined
  }
}

/** A text without what makes no difference, which remembers where its characters stand. */
class SearchedText {
  private readonly aligned: AlignedText
  private readonly squashed: string
  private readonly places: number[] = []

  constructor(text: string) {
    this.aligned = new AlignedText(text)
    const { normalised } = this.aligned
    let kept = ''
    for (let at = 0; at < normalised.length; at++) {
      const character = normalised[at] as string
      if (IGNORED.test(character)) continue
      kept += character
      this.places.push(at)
    }
    this.squashed = kept
  }

  find(wanted: string): Span | undefined {
    const at = this.squashed.indexOf(wanted)
    if (at < 0) return undefined
    const start = this.places[at] as number
    const end = (this.places[at + wanted.length - 1] as number) + 1
    return this.aligned.original({ start, end })
  }
}

function squashed(text: string): string {
  return [...text]
    .filter((character) => !IGNORED.test(character))
    .join('')
    .replace(/^[.。,，…]+|[.。,，…!！?？;；:：]+$/gu, '')
}
