import type { Article } from '../domain/article.ts'
import type { BlockKind } from '../domain/block.ts'
import type { Citation, RelatedParagraph } from '../domain/citation.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import { FootnoteError } from '../errors.ts'
import { clipStyles, shiftStyles } from '../text/inline-marks.ts'
import { detectLanguage } from '../text/languages.ts'
import { overlaps } from './blocks/lines.ts'
import { citationUrl } from './citation-url.ts'
import { excerptAround } from './excerpt.ts'

/** Words of a paragraph that an answer rests on, before they are checked. */
export interface Claim extends Span {
  readonly paragraph: Paragraph
  readonly article: Article
  readonly quote: string
  /** How well the paragraph answers, 0–1. */
  readonly score: number
}

/**
 * Makes the citations of an answer, numbered from 1. Every claim is checked, whatever produced it: it is not returned unless its quote
 * stands verbatim where it says.
 *
 * @param inlineMarkup whether they say how their paragraphs are set
 * @throws FootnoteError for a quote that the paragraph does not hold
 */
export function citationsOf(claims: readonly Claim[], inlineMarkup = false): Citation[] {
  return claims.map(({ paragraph, article, quote, start, end, score }, i) => {
    if (quote === '' || paragraph.text.slice(start, end) !== quote) {
      throw new FootnoteError('answer', 'A quote is not verbatim in its paragraph', {
        fields: { paragraph: paragraph.id, start, end },
      })
    }
    const { text, textStart } = excerptAround(paragraph, { start, end })
    return {
      marker: i + 1,
      ...whereabouts(paragraph, article),
      kind: kindOf(paragraph, { start, end }),
      language: detectLanguage(quote),
      quote,
      start: start - textStart,
      end: end - textStart,
      text,
      textStart,
      url: citationUrl(paragraph, { start, end }),
      score,
      ...(inlineMarkup ? settingOf(paragraph, { start: textStart, end: textStart + text.length }) : {}),
    }
  })
}

/** How a part of a paragraph is set, with offsets in that part. */
function settingOf({ blocks, styles = [] }: Paragraph, part: Span): Pick<Citation, 'blocks' | 'styles'> {
  const shown = blocks
    .filter((block) => overlaps(block, part))
    .map((block) => ({
      ...block,
      start: Math.max(block.start, part.start) - part.start,
      end: Math.min(block.end, part.end) - part.start,
    }))
  return { blocks: shown, styles: shiftStyles(clipStyles(styles, part), -part.start) }
}

/** Kind of the block that the words stand in; of what they lead to where they are in several. */
function kindOf({ blocks, kind }: Paragraph, words: Span): BlockKind {
  const quoted = blocks.filter((block) => overlaps(block, words))
  return (quoted.find((block) => block.kind !== 'prose') ?? quoted[0])?.kind ?? kind
}

/** @param nearest the words that come nearest to the question, which are kept where a long paragraph is cut */
export function relatedParagraph(
  paragraph: Paragraph,
  article: Article,
  nearest: Span = { start: 0, end: 0 },
): RelatedParagraph {
  return {
    ...whereabouts(paragraph, article),
    ...excerptAround(paragraph, nearest),
    url: citationUrl(paragraph),
  }
}

function whereabouts(paragraph: Paragraph, article: Article) {
  return {
    id: paragraph.id,
    article: article.id,
    title: article.title,
    section: paragraph.section,
    paragraph: paragraph.position,
  }
}
