import type { APIEmbed } from 'discord-api-types/v10'
import { articlePath } from '../../../answer/citation-url.ts'
import type { Answer } from '../../../domain/answer.ts'
import type { Citation } from '../../../domain/citation.ts'
import type { Language } from '../../../domain/language.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { feedbackId, findParagraph, THREAD_ID } from '../custom-id.ts'
import { type Button, button } from '../message-body.ts'
import { smallPrint } from '../render-notice.ts'
import type { TextBlock } from '../text/blocks.ts'
import { LIMITS, shorten } from '../text/limits.ts'
import { wordingOf } from '../wording.ts'
import {
  type AnswerFrame,
  type AnswerSources,
  isSameSection,
  labelBlock,
  paragraphButton,
} from './answer-sources.ts'
import { type CitedWords, citedWords } from './cited-words.ts'
import { absoluteUrl, isAcceptedUrl } from './source-label.ts'

/** Citations of one paragraph, and what is shown of it. */
interface Cited extends CitedWords {
  readonly citations: readonly [Citation, ...Citation[]]
}

/** What is shown of the paragraphs that an answer cites. */
export function citedSources(answer: Answer, frame: AnswerFrame): AnswerSources {
  const wording = wordingOf(answer)
  const paragraphs = byParagraph(answer.citations).map((citations): Cited => {
    const paragraph = frame.library && findParagraph(frame.library, citations[0].id)
    const words = citedWords(citations, paragraph)
    // What stands at the head of an article is no paragraph that could be opened.
    const isAll = frame.library !== undefined && paragraph === undefined
    return { citations, ...words, isWhole: words.isWhole || isAll }
  })
  const withTitle = new Set(answer.citations.map(({ article }) => article)).size > 1
  const isAlone = paragraphs.length === 1 && wording === 'quotes'
  const sources = paragraphs.flatMap(({ citations, blocks }, index): TextBlock[] => {
    const [place] = citations
    // Markers tell sources apart; of one source nobody has to be told which it is.
    const marks = isAlone ? '' : citations.map(({ marker }) => `[${marker}]`).join(' ')
    const withSection = !isSameSection(place, paragraphs[index - 1]?.citations[0])
    const label = labelBlock(marks, place, { answer, frame, withTitle, withSection })
    return wording === 'around-quotes' ? [label] : [...blocks, label]
  })
  const note = foreignWords(answer)
  const opensInReader = wording === 'around-quotes' && frame.publicUrl !== undefined
  return {
    sources: [
      ...sources,
      ...(note === undefined ? [] : [{ kind: 'label', markdown: smallPrint(note) } as const]),
    ],
    heading: articleHeading(answer, frame.publicUrl),
    buttons: citedButtons(answer.language, opensInReader ? [] : paragraphs, frame),
  }
}

/** Citations by paragraph, in the order of the first of each. */
function byParagraph(citations: readonly Citation[]): (readonly [Citation, ...Citation[]])[] {
  const groups = new Map<string, [Citation, ...Citation[]]>()
  for (const citation of citations) {
    const group = groups.get(citation.id)
    if (group === undefined) groups.set(citation.id, [citation])
    else group.push(citation)
  }
  return [...groups.values()]
}

/** Somebody who asks in one language and is shown words in another would wonder why. */
function foreignWords({ language, citations }: Answer): string | undefined {
  const isForeign = citations.some((citation) => isChinese(citation.language) !== isChinese(language))
  return isForeign ? phrasesFor(language).foreignWords : undefined
}

function isChinese(language: Language): boolean {
  return language !== 'en'
}

/**
 * The article above its quotes, unless they come from several. In an embed's author Discord shows plain text, so nothing
 * has to be made inert there.
 */
function articleHeading({ citations }: Answer, publicUrl: string | undefined): Pick<APIEmbed, 'author'> {
  const [first, ...others] = citations
  const name = first?.title.replace(/\s+/g, ' ').trim() ?? ''
  if (first === undefined || name === '' || others.some(({ article }) => article !== first.article)) return {}
  const url = absoluteUrl(publicUrl, articlePath(first.article))
  const link = url === undefined || !isAcceptedUrl(url) ? {} : { url }
  return { author: { name: shorten(name, LIMITS.embedAuthor), ...link } }
}

/** One row: paragraphs of which there is more to see, then what concerns the whole answer. */
function citedButtons(language: Language, paragraphs: readonly Cited[], frame: AnswerFrame): Button[] {
  const phrases = phrasesFor(language)
  const whole = [
    ...(frame.offerThread ? [button(THREAD_ID, { label: phrases.continueInThread })] : []),
    button(feedbackId('up', frame.answerId), { emoji: '👍' }),
    button(feedbackId('down', frame.answerId), { emoji: '👎' }),
  ]
  const more = paragraphs
    .filter(({ isWhole }) => !isWhole)
    .map(({ citations: [{ marker, id, start, end, textStart }] }) => {
      const span = { start: textStart + start, end: textStart + end }
      const label =
        paragraphs.length === 1 ? phrases.theWholeParagraph : phrases.wholeParagraph(String(marker))
      return paragraphButton(String(marker), id, label, span)
    })
  return [...more.slice(0, LIMITS.buttonsPerRow - whole.length), ...whole]
}
