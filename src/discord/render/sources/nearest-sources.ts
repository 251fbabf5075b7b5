import type { Answer } from '../../../domain/answer.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { findParagraph, MODERATORS_ID } from '../custom-id.ts'
import { button } from '../message-body.ts'
import type { TextBlock } from '../text/blocks.ts'
import {
  type AnswerFrame,
  type AnswerSources,
  isSameSection,
  labelBlock,
  paragraphButton,
} from './answer-sources.ts'
import { nearestPassage } from './nearest-passage.ts'

/** The paragraphs nearest to a question that the corpus does not answer. */
export function nearestSources(answer: Answer, frame: AnswerFrame): AnswerSources {
  const phrases = phrasesFor(answer.language)
  const withTitle = new Set(answer.related.map(({ article }) => article)).size > 1
  const near = answer.related.map((passage, index) => ({
    passage,
    letter: letter(index),
    ...nearestPassage(passage, frame.library && findParagraph(frame.library, passage.id)),
  }))
  const buttons = near
    .filter(({ isWhole }) => !isWhole)
    .map(({ passage, letter }) => paragraphButton(letter, passage.id, phrases.wholeParagraph(letter)))
  return {
    sources: near.flatMap(({ passage, letter, blocks }, index): TextBlock[] => {
      const withSection = !isSameSection(passage, near[index - 1]?.passage)
      const label = labelBlock(`**${letter}**`, passage, { answer, frame, withTitle, withSection })
      return [...blocks, label]
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
