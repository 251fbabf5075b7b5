import { citationUrl } from '../../answer/citation-url.ts'
import type { Article } from '../../domain/article.ts'
import type { Language } from '../../domain/language.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { smallPrint } from './render-notice.ts'
import { wholeParagraph } from './sources/cited-words.ts'
import { sourceLabel } from './sources/source-label.ts'
import { packBlocks } from './text/blocks.ts'
import { LIMITS } from './text/limits.ts'

export interface ParagraphOptions {
  readonly language: Language
  readonly publicUrl: string | undefined
  /** The words to mark. */
  readonly span?: Span | undefined
}

/** A whole paragraph above its place, the cited words in bold; as many messages as it takes. */
export function renderParagraph(
  article: Article,
  paragraph: Paragraph,
  { language, publicUrl, span }: ParagraphOptions,
): MessageBody[] {
  const place = {
    title: article.title,
    section: paragraph.section,
    paragraph: paragraph.position,
    url: citationUrl(paragraph, ...(span === undefined ? [] : [span])),
  }
  const label = sourceLabel(place, { language, publicUrl, withTitle: true })
  const blocks = [...wholeParagraph(paragraph, span), { kind: 'label', markdown: smallPrint(label) } as const]
  return packBlocks(blocks, { room: () => LIMITS.embedDescription }).map((description) =>
    messageBody({ embed: { description } }),
  )
}
