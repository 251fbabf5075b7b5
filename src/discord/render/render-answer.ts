import type { APIEmbed } from 'discord-api-types/v10'
import { articlePath } from '../../answer/citation-url.ts'
import type { Answer, Language } from '../../domain.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { FEEDBACK_IDS, paragraphButtonId, THREAD_ID } from './custom-id.ts'
import { discordLength, LIMITS, shorten } from './limits.ts'
import { blockQuote, escapeMarkdown } from './markdown.ts'
import { type Button, button, buttonRows, type MessageBody, messageBody } from './message-body.ts'
import { quotePages } from './render-blocks.ts'
import { absoluteUrl, type SourcePlace, sourceLabel } from './source-label.ts'
import { splitText } from './split-text.ts'

export interface AnswerFrame {
  /** Shown above the answer where the reader would not see it otherwise. */
  readonly question?: string | undefined
  readonly publicUrl: string | undefined
  /** Threads grow from public messages in a server's channels only. */
  readonly offerThread: boolean
}

/** Colour of the bar beside quotes: a highlighter's yellow. */
const QUOTE_COLOUR = 0xf2c744

/** One row of a message is kept for what concerns the whole answer. */
const QUOTES_PER_MESSAGE = (LIMITS.rowsPerMessage - 1) * LIMITS.buttonsPerRow

/** The start of a passage that is shown when the corpus does not answer, in code points. */
const RELATED_EXCERPT = 300

/** What is cited or suggested below an answer. */
interface Source {
  /** Of the button that shows the paragraph: the citation's number, or a letter. */
  readonly marker: string
  readonly paragraphId: string
  readonly heading: string
  readonly text: string
}

/**
 * An answer as one message, or as many as Discord's limits ask for: the question, the answer with its markers, then the
 * numbered quotes with their places. Buttons for the whole answer are below the first message, which is the one that
 * a thread grows from; a quote's button is below the message that shows it.
 */
export function renderAnswer(answer: Answer, frame: AnswerFrame): MessageBody[] {
  const contents = contentPieces(answer, frame.question)
  const sources = answer.answered ? citedSources(answer, frame) : relatedSources(answer, frame)
  const pages = quotePages(sources, QUOTES_PER_MESSAGE)
  const heading = answer.answered
    ? articleHeading(answer, frame.publicUrl)
    : { title: phrasesFor(answer.language).related }
  const firstQuotes = Math.max(contents.length - 1, 0)
  return Array.from({ length: firstQuotes + Math.max(pages.length, 1) }, (_, index) => {
    const page = pages[index - firstQuotes]
    return messageBody({
      content: contents[index],
      embed: page && {
        ...(index === firstQuotes ? heading : {}),
        description: page.description,
        color: QUOTE_COLOUR,
      },
      rows: [
        ...buttonRows((page?.blocks ?? []).map((source) => paragraphButton(source, answer.language))),
        ...(index === 0 ? buttonRows(answerButtons(answer.language, frame.offerThread)) : []),
      ],
    })
  })
}

function contentPieces(answer: Answer, question: string | undefined): string[] {
  const markers = new Set(answer.citations.map(({ marker }) => marker))
  const set = (piece: string) => inertAround(piece, markers)
  const questions = splitText(question ?? '', (piece) => discordLength(quoted(piece)) <= LIMITS.content).map(
    quoted,
  )
  // A long question has its message to itself, rather than leaving the answer the rest of it.
  const framed = questions.length === 1 && discordLength(questions[0] ?? '') <= LIMITS.content / 2
  const frame = framed ? `${questions[0]}\n` : ''
  const pieces = splitText(answer.answer, (piece, index) => {
    const room = LIMITS.content - (index === 0 ? discordLength(frame) : 0)
    return discordLength(set(piece)) <= room
  }).map(set)
  return framed ? [frame + (pieces[0] ?? ''), ...pieces.slice(1)] : [...questions, ...pieces]
}

function quoted(text: string): string {
  return blockQuote(escapeMarkdown(text))
}

/** Everything made inert but our own citation markers. */
function inertAround(text: string, markers: ReadonlySet<number>): string {
  return escapeMarkdown(text).replace(/\\\[(\d+)\\\](\(?)/g, (escaped, number: string, bracket: string) =>
    // A bracket behind a marker would make a link of it.
    markers.has(Number(number)) ? `[${number}]${bracket && '\\('}` : escaped,
  )
}

function citedSources(answer: Answer, frame: AnswerFrame): Source[] {
  const withTitle = new Set(answer.citations.map(({ article }) => article)).size > 1
  return answer.citations.map((citation) => ({
    marker: String(citation.marker),
    paragraphId: citation.id,
    heading: `**[${citation.marker}]** ${label(citation, answer.language, frame, withTitle)}`,
    text: citation.quote,
  }))
}

function relatedSources(answer: Answer, frame: AnswerFrame): Source[] {
  const withTitle = new Set(answer.related.map(({ article }) => article)).size > 1
  return answer.related.map((passage, index) => {
    const marker = String.fromCharCode('A'.charCodeAt(0) + index)
    const heading = `**${marker}** ${label(passage, answer.language, frame, withTitle)}`
    return { marker, paragraphId: passage.id, heading, text: excerpt(passage.text) }
  })
}

function label(place: SourcePlace, language: Language, frame: AnswerFrame, withTitle: boolean): string {
  return sourceLabel(place, { language, publicUrl: frame.publicUrl, withTitle })
}

/** Whole sentences from the start of a text, with an ellipsis when there is more. */
function excerpt(text: string): string {
  const [start = ''] = splitText(text, (piece) => discordLength(piece) < RELATED_EXCERPT)
  return start.length < text.trim().length ? `${start}…` : start
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
  return { author: { name: shorten(name, LIMITS.embedAuthor), ...(url === undefined ? {} : { url }) } }
}

function paragraphButton(source: Source, language: Language): Button {
  return button(paragraphButtonId(source.marker, source.paragraphId), {
    label: phrasesFor(language).wholeParagraph(source.marker),
  })
}

function answerButtons(language: Language, offerThread: boolean): Button[] {
  const thread = button(THREAD_ID, { label: phrasesFor(language).continueInThread })
  return [
    ...(offerThread ? [thread] : []),
    button(FEEDBACK_IDS.up, { emoji: '👍' }),
    button(FEEDBACK_IDS.down, { emoji: '👎' }),
  ]
}
