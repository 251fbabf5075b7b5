import type { Answer } from '../../../domain/answer.ts'
import type { RelatedParagraph } from '../../../domain/citation.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { MODERATORS_ID } from '../custom-id.ts'
import { button } from '../message-body.ts'
import type { TextBlock } from '../text/blocks.ts'
import { discordLength } from '../text/limits.ts'
import { splitText } from '../text/split-text.ts'
import {
  type AnswerFrame,
  type AnswerSources,
  isSameSection,
  labelBlock,
  paragraphButton,
} from './answer-sources.ts'

/** The start of a passage that is shown when the corpus does not answer, in code points. */
const RELATED_EXCERPT = 300

/** The paragraphs nearest to a question that the corpus does not answer. */
export function nearestSources(answer: Answer, frame: AnswerFrame): AnswerSources {
  const phrases = phrasesFor(answer.language)
  const withTitle = new Set(answer.related.map(({ article }) => article)).size > 1
  const near = answer.related.map((passage, index) => ({
    passage,
    letter: letter(index),
    ...excerpt(passage),
  }))
  const buttons = near
    .filter(({ isWhole }) => !isWhole)
    .map(({ passage, letter }) => paragraphButton(letter, passage.id, phrases.wholeParagraph(letter)))
  return {
    sources: near.flatMap(({ passage, letter, text }, index): TextBlock[] => {
      const withSection = !isSameSection(passage, near[index - 1]?.passage)
      const label = labelBlock(`**${letter}**`, passage, { answer, frame, withTitle, withSection })
      return [{ kind: 'prose', text }, label]
    }),
    heading: near.length === 0 ? {} : { title: phrases.related },
    buttons: [
      ...buttons,
      ...(frame.offerModerators ? [button(MODERATORS_ID, { label: phrases.askModeratorsLabel })] : []),
    ],
  }
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

/** Whole sentences from the start of a text, with an ellipsis when there is more. */
function excerpt({ text }: RelatedParagraph): { readonly text: string; readonly isWhole: boolean } {
  const [start = ''] = splitText(text, (piece) => discordLength(piece) < RELATED_EXCERPT)
  const isWhole = start.length >= text.trim().length
  return { text: isWhole ? start : `${start} …`, isWhole }
}
