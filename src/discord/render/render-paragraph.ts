import { citationUrl } from '../../answer/citation-url.ts'
import type { Article, Language, Paragraph } from '../../domain.ts'
import { discordLength, LIMITS } from './limits.ts'
import { codeBlock, escapeMarkdown } from './markdown.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { sourceLabel } from './source-label.ts'
import { splitText } from './split-text.ts'

/** A whole paragraph below its place; as many messages as it takes. Code keeps its spacing. */
export function renderParagraph(
  article: Article,
  paragraph: Paragraph,
  options: { readonly language: Language; readonly publicUrl: string | undefined },
): MessageBody[] {
  const heading = `**${sourceLabel(
    {
      title: article.title,
      section: paragraph.section,
      paragraph: paragraph.position,
      url: citationUrl(paragraph),
    },
    { ...options, withTitle: true },
  )}**\n`
  const preservesSpacing = paragraph.kind === 'code' || paragraph.kind === 'table'
  const set = preservesSpacing ? codeBlock : escapeMarkdown
  const fits = (piece: string) =>
    discordLength(heading) + discordLength(set(piece)) <= LIMITS.embedDescription
  return splitText(paragraph.text, fits).map((piece, index) =>
    messageBody({ embed: { description: (index === 0 ? heading : '') + set(piece) } }),
  )
}
