import type { Block, BlockKind } from '../../domain/block.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import type { ReadCandidate } from '../../retrieval/evidence/read-candidate.ts'
import { evidenceScore } from '../../retrieval/evidence/sentence-evidence.ts'
import type { RankedParagraph } from '../../retrieval/retriever.ts'
import { overlaps } from '../blocks/lines.ts'
import type { BlockChoice, Generosity } from './block-choice.ts'
import { chooseItems } from './choose-items.ts'
import { chooseRows } from './choose-rows.ts'
import { chooseSentences } from './choose-sentences.ts'
import { chooseCode } from './code/choose-code.ts'
import { withLeadIn, withWhatFollows, withWholeEnd } from './neighbouring-blocks.ts'
import { withWhatItPointsTo } from './points-back.ts'
import type { Fits } from './room.ts'
import { withSurroundings } from './surrounding-units.ts'

/** What reading a paragraph for a question found. */
export type Evidence = Pick<ReadCandidate, 'sentences' | 'focus' | 'holdsAnswer'> &
  Pick<RankedParagraph, 'quotedTo'>

export interface QuoteOptions {
  readonly fits: Fits
  /** @default 'enough' */
  readonly generosity?: Generosity
  /** Whether a sentence, an item, a row or a statement that does not fit is cut; nothing is quoted otherwise. @default true */
  readonly mayCut?: boolean
}

/**
 * The words of a paragraph that answer, as a whole: sentences, a piece of code, items of a list with what is nested in
 * them, rows of a table. A quote that ends in a colon takes what follows, and one that begins with the first line of code,
 * of a list or of a table takes the sentence that leads to it. In a paragraph of several blocks it takes what stands around
 * it while there is room.
 *
 * @returns undefined where nothing whole fits and nothing may be cut
 */
export function chooseQuote(
  paragraph: Paragraph,
  evidence: Evidence,
  options: QuoteOptions,
): Span | undefined {
  const { text, blocks } = paragraph
  const { fits, generosity = 'enough', mayCut = true } = options
  const focus = evidence.focus ?? { start: 0, end: text.length }
  const index = blockWith(blocks, focus)
  const block = blocks[index]
  if (block === undefined) return undefined
  const choice: BlockChoice = {
    text,
    block,
    focus: { start: Math.max(block.start, focus.start), end: Math.min(block.end, focus.end) },
    scoreOf: scoresOf(evidence),
    generosity,
    fits,
    mayCut,
  }
  const chosen = CHOOSERS[block.kind](choice, paragraph, evidence)
  if (chosen === undefined) return undefined
  const saysEnough = generosity === 'least' || evidence.holdsAnswer === true
  const whole = saysEnough ? chosen : withWhatItPointsTo(paragraph, chosen, fits)
  const led = withLeadIn(paragraph, index, whole, fits)
  const followed = withWhatFollows(paragraph, index, led, fits)
  const grown = generosity === 'least' ? followed : withSurroundings(paragraph, followed, fits)
  const isNeeded = (sentence: Span) => chosen.end === sentence.end && chosen.start === sentence.start
  return withWholeEnd(paragraph, grown, fits, isNeeded)
}

type Chooser = (choice: BlockChoice, paragraph: Paragraph, evidence: Evidence) => Span | undefined

const sentences: Chooser = (choice, paragraph, { holdsAnswer, quotedTo = 0 }) => {
  const inBlock = paragraph.sentences
    .filter((sentence) => overlaps(sentence, choice.block) && sentence.end > quotedTo)
    .map((sentence) => ({ ...sentence, start: Math.max(sentence.start, quotedTo) }))
  return chooseSentences(choice, inBlock, holdsAnswer === true)
}

const CHOOSERS: Readonly<Record<BlockKind, Chooser>> = {
  prose: sentences,
  quote: sentences,
  code: chooseCode,
  list: chooseItems,
  table: chooseRows,
}

/** The place of the block that most of the words that matter stand in. */
function blockWith(blocks: readonly Block[], focus: Span): number {
  let best = 0
  let most = 0
  for (const [i, { start, end }] of blocks.entries()) {
    const shared = Math.min(end, focus.end) - Math.max(start, focus.start)
    if (shared > most) {
      best = i
      most = shared
    }
  }
  return best
}

/** By where they begin: an item of a list, a row of a table and a line of code are a sentence each. */
function scoresOf({ sentences: read }: Evidence): (unit: Span) => number {
  const scores = new Map(read.map((sentence) => [sentence.start, evidenceScore(sentence)]))
  return ({ start }) => scores.get(start) ?? Number.NEGATIVE_INFINITY
}
