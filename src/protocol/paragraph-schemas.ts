import * as z from 'zod'
import type { Block, BlockKind } from '../domain/block.ts'
import type { RelatedParagraph } from '../domain/citation.ts'
import type { SearchResult } from '../domain/search.ts'
import type { Span, StyledSpan } from '../domain/span.ts'
import { components } from './openapi/components.ts'

const offset = z.int().min(0)

const blockKinds = ['prose', 'list', 'table', 'code', 'quote'] as const satisfies readonly BlockKind[]

export const blockKind = z.enum(blockKinds).register(components, { id: 'BlockKind' })

/** Half-open range of UTF-16 code units. */
export const span = z
  .object({ start: offset, end: offset })
  .describe('A half-open range of UTF-16 code units in a text.')
  .register(components, { id: 'Span' }) satisfies z.ZodType<Span>

/** Where a paragraph stands, as every document about one says it. */
export const whereabouts = {
  id: z
    .string()
    .describe('`<article id>#<hash of its words>`; changes only when the paragraph’s own words change.'),
  article: z.string().describe('Id of the article.'),
  title: z.string().describe('Title of the article.'),
  section: z.string().describe('The nearest heading above it; empty before the first one.'),
  paragraph: z.int().min(0).describe('Position in the article, from 1; 0 for the header of the article.'),
}

export const relatedParagraph = z
  .object({
    ...whereabouts,
    text: z.string().describe('The paragraph, or the nearest part of it if it is very long.'),
    textStart: offset.describe('Where `text` begins in the paragraph; 0 unless the paragraph was cut.'),
    url: z.string().describe('Address that opens the article at the paragraph, relative to the service.'),
  })
  .register(components, { id: 'RelatedParagraph' }) satisfies z.ZodType<RelatedParagraph>

const searchResult = z
  .object({
    ...relatedParagraph.shape,
    kind: blockKind,
    score: z
      .number()
      .min(0)
      .max(1)
      .describe('Score of this paragraph as a share of all paragraphs considered.'),
    highlights: z
      .array(span)
      .describe('The words of `text` that match the query, in order; spans neither overlap nor touch.'),
  })
  .register(components, { id: 'SearchResult' }) satisfies z.ZodType<SearchResult>

export const searchResponse = z
  .object({
    query: z.string(),
    results: z.array(searchResult).describe('Best first.'),
    generation: z.string().describe('Id of the index build that was searched.'),
  })
  .register(components, { id: 'SearchResponse' })

export const block = z
  .object({
    ...span.shape,
    kind: blockKind,
    language: z.string().exactOptional().describe('Language of the code, if the source names one.'),
    columns: z
      .array(z.enum(['none', 'left', 'center', 'right']))
      .readonly()
      .exactOptional()
      .describe('Alignment of each table column, if the source sets it.'),
  })
  .register(components, { id: 'Block' }) satisfies z.ZodType<Block>

export const styledSpan = z
  .object({
    ...span.shape,
    style: z.enum(['code', 'strong', 'emphasis', 'link']),
    href: z.string().exactOptional().describe('Web address that a link leads to.'),
  })
  .register(components, { id: 'StyledSpan' }) satisfies z.ZodType<StyledSpan>

/** A paragraph as a document of its own. */
export const paragraphDocument = z
  .object({
    ...whereabouts,
    kind: blockKind,
    text: z.string().describe('The author’s words. Offsets in citations refer to this text.'),
    blocks: z.array(block).describe('The blocks that make up the paragraph.'),
    styles: z
      .array(styledSpan)
      .exactOptional()
      .describe('Inline code, emphasis and links in its lines; absent if there are none.'),
    url: z.string().describe('Address that opens the article at the paragraph, relative to the service.'),
  })
  .register(components, { id: 'Paragraph' })

export type ParagraphDocument = z.output<typeof paragraphDocument>

export const paragraphResponse = z
  .object({
    ...paragraphDocument.shape,
    before: z.array(paragraphDocument).describe('The paragraphs before it in the article, in order.'),
    after: z.array(paragraphDocument).describe('The paragraphs after it in the article, in order.'),
    generation: z.string().describe('Id of the index build that this was read from.'),
  })
  .register(components, { id: 'ParagraphResponse' })
