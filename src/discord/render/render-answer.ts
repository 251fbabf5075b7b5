import type { APIEmbed } from 'discord-api-types/v10'
import { articlePath } from '../../answer/citation-url.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Citation, RelatedParagraph } from '../../domain/citation.ts'
import type { Language } from '../../domain/language.ts'
import type { Library } from '../../domain/library.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { type CitedWords, citedWords } from './cited-words.ts'
import { feedbackId, findParagraph, MODERATORS_ID, paragraphButtonId, THREAD_ID } from './custom-id.ts'
import { type Button, button, type MessageBody, messageBody } from './message-body.ts'
import { numberParts, PART_LENGTH } from './message-parts.ts'
import { quotedQuestion } from './quoted-question.ts'
import { renderConversation } from './render-conversation.ts'
import { smallPrint } from './render-notice.ts'
import { absoluteUrl, isAcceptedUrl, type SourcePlace, sourceLabel } from './source-label.ts'
import { answerBlocks } from './text/answer-markdown.ts'
import { packBlocks, type TextBlock } from './text/blocks.ts'
import { discordLength, LIMITS, shorten } from './text/limits.ts'
import { splitText } from './text/split-text.ts'
import { wordingOf } from './wording.ts'

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

/** Colour of the bar beside quotes: a highlighter's yellow. */
const QUOTE_COLOUR = 0xf2c744

/** The start of a passage that is shown when the corpus does not answer, in code points. */
const RELATED_EXCERPT = 300

/**
 * An answer as one message, or as many as Discord's limits ask for; an answer to something that is no question as a line.
 * Each thing is said once: where the answer is made of its quotes, they are shown where they stand, in bold, and nothing else;
 * an answer that brings them in a frame of its own stands above their places; one in other words above the quotes. Buttons are below the first message, which is the one
 * that a thread grows from.
 */
export function renderAnswer(answer: Answer, frame: AnswerFrame): MessageBody[] {
  if (answer.kind === 'conversation') return [renderConversation(answer)]
  const { sources, heading, buttons } = answer.answered ? cited(answer, frame) : declined(answer, frame)
  const contents = contentPages(answer, frame.question)
  const descriptions = packBlocks(sources, { room: () => LIMITS.embedDescription })
  // The text ends in the message in which the quotes begin.
  const firstQuotes = Math.max(contents.length - 1, 0)
  const count = firstQuotes + Math.max(descriptions.length, 1)
  const messages = Array.from({ length: count }, (_, index) => {
    const description = descriptions[index - firstQuotes]
    return messageBody({
      content: contents[index],
      embed:
        description === undefined
          ? undefined
          : {
              ...(index === firstQuotes ? heading : {}),
              description,
              color: QUOTE_COLOUR,
            },
      buttons: index === 0 ? buttons : [],
    })
  })
  return numberParts(messages)
}

function contentPages(answer: Answer, question: string | undefined): string[] {
  const frame = question === undefined ? '' : quotedQuestion(question)
  if (answer.answered && wordingOf(answer) === 'quotes') return frame === '' ? [] : [frame]
  const markers = new Set(answer.citations.map(({ marker }) => marker))
  const room = (page: number) =>
    LIMITS.content - PART_LENGTH - (page === 0 && frame !== '' ? discordLength(frame) + 1 : 0)
  const [first = '', ...rest] = packBlocks(answerBlocks(answer.answer), { room, markers })
  return [[frame, first].filter((part) => part !== '').join('\n'), ...rest]
}

/** What is shown below the text of an answer. */
interface Sources {
  readonly sources: readonly TextBlock[]
  readonly heading: Pick<APIEmbed, 'author' | 'title'>
  readonly buttons: readonly Button[]
}

/** Citations of one paragraph, and what is shown of it. */
interface Cited extends CitedWords {
  readonly citations: readonly [Citation, ...Citation[]]
}

function cited(answer: Answer, frame: AnswerFrame): Sources {
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

/** Whether a section was just named. */
function isSameSection(
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

function labelBlock(marks: string, place: SourcePlace, context: LabelContext): TextBlock {
  const { answer, frame, withTitle, withSection = true } = context
  const label = sourceLabel(place, {
    language: answer.language,
    publicUrl: frame.publicUrl,
    withTitle,
    withSection,
  })
  return { kind: 'label', markdown: smallPrint(marks === '' ? label : `${marks} ${label}`) }
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

function declined(answer: Answer, frame: AnswerFrame): Sources {
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

function paragraphButton(
  marker: string,
  id: string,
  label: string,
  span?: { start: number; end: number },
): Button {
  return button(paragraphButtonId(marker, id, span), { label })
}
