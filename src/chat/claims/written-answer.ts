import type { Claim } from '../../answer/citations.ts'
import { citationsOf } from '../../answer/citations.ts'
import { composeAnswer, type Statement } from '../../answer/markdown/compose-answer.ts'
import { escapeProse } from '../../answer/markdown/escape-prose.ts'
import type { MarkdownPiece } from '../../answer/markdown/markdown-piece.ts'
import { quoteMarkdown } from '../../answer/markdown/quote-markdown.ts'
import type { AskOptions } from '../../domain/ask.ts'
import type { SupportedClaim } from './judge-claims.ts'
import type { SourceSpan } from './source-search.ts'

/** An answer of more is no answer but an essay. */
const MOST_CLAIMS = 6
const LONGEST_ANSWER = 1000

export interface WrittenAnswerOptions {
  /** How many paragraphs may be cited. */
  readonly maxCitations: number
  readonly onPart?: AskOptions['onPart']
}

/**
 * An answer that grows by one claim after the other, and is sent as it grows. Words of the articles are put in by this
 * code, from the places that the claims rest on.
 */
export class WrittenAnswer {
  answer = ''
  readonly claims: Claim[] = []
  private readonly statements: Statement[] = []
  private readonly said = new Set<string>()
  private readonly options: WrittenAnswerOptions

  constructor(options: WrittenAnswerOptions) {
    this.options = options
  }

  /** Whether nothing more is to be said. */
  get isFull(): boolean {
    return this.statements.length >= MOST_CLAIMS || this.answer.length >= LONGEST_ANSWER
  }

  /** @returns whether the claim was taken: not if it was made before, or would cite one paragraph too many */
  add({ text, spans }: SupportedClaim): boolean {
    const key = text === undefined ? spans.map(placeOf).join(' ') : text.normalize('NFKC').toLowerCase()
    if (this.isFull || this.said.has(key) || !this.hasRoomFor(spans)) return false
    this.said.add(key)
    this.statements.push({ pieces: piecesOf(text, spans), markers: spans.map((span) => this.markerOf(span)) })
    this.send()
    return true
  }

  /** Names further words that bear out the last claim. */
  addEvidence(spans: readonly SourceSpan[]): void {
    const last = this.statements.pop()
    if (last === undefined) return
    const fitting = spans.filter((span) => this.hasRoomFor([span]))
    const markers = [...new Set([...last.markers, ...fitting.map((span) => this.markerOf(span))])]
    this.statements.push({ ...last, markers })
    this.send()
  }

  private hasRoomFor(spans: readonly SourceSpan[]): boolean {
    const cited = new Set([...this.claims.map(({ paragraph }) => paragraph.id), ...spans.map(paragraphIdOf)])
    return cited.size <= this.options.maxCitations
  }

  /** The marker of a quotation; the same words keep the marker they had. */
  private markerOf({ source: { paragraph, article, score }, start, end }: SourceSpan): number {
    const at = this.claims.findIndex(
      (claim) => claim.paragraph.id === paragraph.id && claim.start === start && claim.end === end,
    )
    if (at >= 0) return at + 1
    return this.claims.push({
      paragraph,
      article,
      score,
      start,
      end,
      quote: paragraph.text.slice(start, end),
    })
  }

  private send(): void {
    const { onPart } = this.options
    const sent = this.answer
    this.answer = composeAnswer(this.statements)
    if (onPart === undefined) return
    const citations = citationsOf(this.claims).slice(this.sentCitations)
    this.sentCitations = this.claims.length
    if (citations.length > 0) onPart({ type: 'citations', citations })
    onPart({ type: 'token', text: this.answer.slice(sent.length) })
  }

  private sentCitations = 0
}

/** A claim as plain text; below it the code that it rests on, which nobody can retell. */
function piecesOf(text: string | undefined, spans: readonly SourceSpan[]): MarkdownPiece[] {
  if (text === undefined) return spans.flatMap(({ source, ...span }) => quoteMarkdown(source.paragraph, span))
  const code = spans.filter(({ source: { paragraph }, start, end }) =>
    paragraph.blocks.some((block) => block.kind === 'code' && block.start < end && block.end > start),
  )
  return [
    { kind: 'prose', markdown: escapeProse(text) },
    ...code.flatMap(({ source, ...span }) => quoteMarkdown(source.paragraph, span)),
  ]
}

function paragraphIdOf({ source }: SourceSpan): string {
  return source.paragraph.id
}

function placeOf(span: SourceSpan): string {
  return `${paragraphIdOf(span)}.${span.start}-${span.end}`
}
