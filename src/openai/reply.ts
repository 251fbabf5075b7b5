import { StreamedText } from '../answer/streaming/streamed-text.ts'
import type { Answer } from '../domain/answer.ts'
import type { IndexSnapshot } from '../domain/index-snapshot.ts'
import type { AskRequest } from '../domain/question.ts'
import { sourceList } from '../protocol/markdown-sources.ts'
import type { SourceStyle } from './models.ts'
import { annotationsOf, MarkerLinks, type UrlCitation } from './sources.ts'

/** What a chat gets to read. */
export interface Reply {
  /** Markdown. */
  readonly text: string
  /** Empty where the sources stand in the text. */
  readonly annotations: readonly UrlCitation[]
}

export interface ReplyOptions {
  readonly snapshot: IndexSnapshot
  readonly style: SourceStyle
  /** That URLs begin with, e.g. `https://ask.example.org`. */
  readonly origin: string
  readonly signal: AbortSignal
  /** Called with the pieces of the text as they become known; all of them joined are the text. */
  readonly onText?: (piece: string) => void
  /** Called with the answer that the reply is made of. */
  readonly onAnswer?: (answer: Answer) => void
}

/** Answers a question as a chat shows it. */
export async function replyTo(request: AskRequest, options: ReplyOptions): Promise<Reply> {
  const { snapshot, style, origin, signal, onText = () => {}, onAnswer = () => {} } = options
  const pieces: string[] = []
  const say = (piece: string) => {
    if (piece === '') return
    pieces.push(piece)
    onText(piece)
  }
  const links = new MarkerLinks(origin)
  const hasLinks = style === 'links'
  const streamed = new StreamedText((piece) => say(hasLinks ? links.add(piece) : piece))
  const answer = await snapshot.ask(request, {
    signal,
    onPart: (part) => {
      if (part.type === 'token') streamed.add(part.text)
      else links.know(part.citations)
    },
  })
  links.know(answer.citations)
  streamed.finish(answer.answer)
  say(links.finish())
  say(suggestionList(answer))
  if (hasLinks) say(sourceList(answer, origin))
  onAnswer(answer)
  const text = pieces.join('')
  return { text, annotations: hasLinks ? [] : annotationsOf(text, answer.citations, origin) }
}

/** Questions to go on with, which a chat has no other place for. */
function suggestionList({ suggestions = [] }: Answer): string {
  return suggestions.length === 0 ? '' : `\n\n${suggestions.map((question) => `- ${question}`).join('\n')}`
}
