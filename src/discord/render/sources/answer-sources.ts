import type { APIEmbed } from 'discord-api-types/v10'
import type { Answer } from '../../../domain/answer.ts'
import type { Citation } from '../../../domain/citation.ts'
import type { Library } from '../../../domain/library.ts'
import type { Span } from '../../../domain/span.ts'
import { paragraphButtonId } from '../custom-id.ts'
import { type Button, button } from '../message-body.ts'
import { smallPrint } from '../render-notice.ts'
import type { TextBlock } from '../text/blocks.ts'
import { type SourcePlace, sourceLabel } from './source-label.ts'

export interface AnswerFrame {
  /** Shown above the answer where the reader would not see it otherwise. */
  readonly question?: string | undefined
  readonly publicUrl: string | undefined
  /** Threads grow from public messages in a server's channels only. */
  readonly offerThread: boolean
  /** Where cited paragraphs are looked up for their structure. */
  readonly library?: Library | undefined
  /** Id of the answer in the question log, which feedback refers to. */
  readonly answerId?: string | undefined
  /** Whether a question that is not answered can be passed on to people. */
  readonly offerModerators?: boolean | undefined
}

/** What is shown below the text of an answer. */
export interface AnswerSources {
  readonly sources: readonly TextBlock[]
  readonly heading: Pick<APIEmbed, 'author' | 'title'>
  readonly buttons: readonly Button[]
}

/** Whether a section was just named. */
export function isSameSection(
  { article, section }: Pick<Citation, 'article' | 'section'>,
  above: Pick<Citation, 'article' | 'section'> | undefined,
): boolean {
  return above?.section === section && above.article === article
}

interface LabelContext {
  readonly answer: Answer
  readonly frame: AnswerFrame
  readonly withTitle: boolean
  readonly withSection?: boolean
}

/** The place of a source in small print, behind the marks that name it in the answer. */
export function labelBlock(marks: string, place: SourcePlace, context: LabelContext): TextBlock {
  const { answer, frame, withTitle, withSection = true } = context
  const label = sourceLabel(place, {
    language: answer.language,
    publicUrl: frame.publicUrl,
    withTitle,
    withSection,
  })
  return { kind: 'label', markdown: smallPrint(marks === '' ? label : `${marks} ${label}`) }
}

/** The button that shows a whole paragraph. */
export function paragraphButton(marker: string, id: string, label: string, span?: Span): Button {
  return button(paragraphButtonId(marker, id, span), { label })
}
