import type { BlockKind } from '../../domain/block.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Span } from '../../domain/span.ts'
import { holdsAnswer, type QuestionType } from '../../text/question-type.ts'
import type { Candidate } from '../candidates.ts'
import type { MatchedPassage } from '../lexical/paragraph-scores.ts'
import { type AnswerEvidence, answerEvidence } from './answer-evidence.ts'
import { bestWindow, type ParagraphReader } from './paragraph-reader.ts'
import { addTo, type Coverage, sum, sumOfUnion, union } from './sentence-coverage.ts'
import { bestSentence, type SentenceEvidence, sentenceEvidence } from './sentence-evidence.ts'
import type { WrittenQuestionReader } from './written-question-reader.ts'

/** A question written ahead, read beside the one asked. */
export interface ReadQuestion {
  readonly passage: Passage
  /** How much of the question asked it says, see {@link Candidate.questions}. */
  readonly score: number
  /** How much of it the question asked says, 0–1: a question about something else as well is not the same. */
  readonly shared: number
  /** 1 where it asks for the same type of thing, −1 where for another, 0 where one of the two cannot be told. */
  readonly sameType: -1 | 0 | 1
}

/** What the surroundings of a candidate say. Shares of the question, 0–1. */
export interface Surroundings {
  /** The title of the article and the nearest heading. */
  readonly title: number
  readonly heading: number
  /** How much of the nearest heading the question says: 1 for a heading asked word for word. */
  readonly headingShared: number
  /** The paragraphs before and after it under the same heading, and the best sentence of each. */
  readonly previous: number
  readonly previousSentence: number
  readonly next: number
  readonly nextSentence: number
  /** How nearly the question repeats the best sentence of the paragraph before: what follows an error message explains it. */
  readonly previousEcho: number
  /** It, its headings and the paragraphs beside it together. */
  readonly withNeighbours: number
  /** Its section and its article, as far as they are among the candidates. */
  readonly section: number
  readonly article: number
}

/** A candidate whose words have been read. The shares are of what the question asked is worth. */
export interface ReadCandidate {
  readonly paragraphRow: number
  readonly lexicalScore: number
  readonly cosine: number
  /** Nearest first. */
  readonly questions: readonly ReadQuestion[]
  readonly sentences: readonly SentenceEvidence[]
  /** The words around which it would be quoted: what answers the nearest question, or the best sentence. */
  readonly focus: Span | undefined
  /** Whether they hold what the type of question asks for; undefined where it asks for nothing special. */
  readonly holdsAnswer: boolean | undefined
  /** The most that three sentences in a row say. */
  readonly window: number
  /** How much of its best sentence the question says. */
  readonly shared: number
  readonly surroundings: Surroundings
  /** What is said by the paragraph, its headings and all that was written ahead about it. */
  readonly said: number
  /** The most telling word of the question that none of them says. */
  readonly gap: number
  readonly evidence: AnswerEvidence
  readonly kind: BlockKind
  /** Whether no other paragraph stands between it and its heading. */
  readonly isFirst: boolean
  /** Length of the paragraph in UTF-16 code units. */
  readonly length: number
}

/** Reads the candidates of one question. */
export function readCandidates(
  candidates: readonly Candidate[],
  coverage: Coverage,
  type: QuestionType,
  reader: ParagraphReader,
  written: WrittenQuestionReader,
  titles: (article: string) => string,
): ReadCandidate[] {
  const total = coverage.total || 1
  const share = (said: Float64Array) => sum(said) / total
  const shareTogether = (a: Float64Array, b: Float64Array, c?: Float64Array) => sumOfUnion(a, b, c) / total
  const places = candidates.map(({ paragraphRow }) => {
    const { said, paragraph } = reader.read(paragraphRow)
    return { said, article: paragraph.article, section: `${paragraph.article}\n${paragraph.section}` }
  })
  const sections = together(places, ({ section }) => section, coverage)
  const articles = together(places, ({ article }) => article, coverage)
  const rows = coverage.ofRows(
    candidates.flatMap(({ piece, questions }) =>
      piece === undefined || questions.length === 0 ? [] : piece,
    ),
  )
  const saidBy = rememberingEach((text) => coverage.of(text))
  const sharedBy = rememberingEach((text) => coverage.sharedBy(text))
  return candidates.map((candidate, at): ReadCandidate => {
    const { paragraphRow, piece, lexicalScore, cosine } = candidate
    const reading = reader.read(paragraphRow)
    const { paragraph } = reading
    const place = places[at] as (typeof places)[number]
    const questions = candidate.questions.map((question) => readQuestion(question, coverage, type, written))
    const inTitle = saidBy(titles(paragraph.article))
    const inHeading = saidBy(paragraph.section)
    const above = union(inTitle, inHeading)
    const { sentences, aroundBest } = sentenceEvidence(reading, inHeading, coverage, type)
    const focus = focusOf(questions, sentences)
    const here = union(reading.said, above)
    const withWritten = piece === undefined ? undefined : rows.get(piece)
    const known = withWritten === undefined ? here : union(here, withWritten)
    const previous = reader.neighbour(paragraphRow, -1)
    const next = reader.neighbour(paragraphRow, 1)
    return {
      paragraphRow,
      lexicalScore,
      cosine,
      questions,
      sentences,
      focus,
      holdsAnswer:
        focus === undefined ? undefined : holdsAnswer(type, paragraph.text.slice(focus.start, focus.end)),
      window: bestWindow(reading, total),
      shared: reading.shared,
      surroundings: {
        title: share(inTitle),
        heading: share(inHeading),
        headingShared: paragraph.section === '' ? 0 : sharedBy(paragraph.section),
        previous: previous === undefined ? 0 : share(previous.said),
        previousSentence: previous?.bestSentence ?? 0,
        next: next === undefined ? 0 : share(next.said),
        nextSentence: next?.bestSentence ?? 0,
        previousEcho: previous === undefined ? 0 : previous.bestSentence * previous.shared,
        withNeighbours: shareTogether(here, previous?.said ?? here, next?.said ?? here),
        section: shareTogether(sections.get(place.section) ?? here, above),
        article: shareTogether(articles.get(place.article) ?? here, inTitle),
      },
      said: share(known),
      gap: coverage.largestGap(known),
      evidence: answerEvidence(coverage, here, aroundBest, known),
      kind: paragraph.kind,
      isFirst: previous === undefined,
      length: paragraph.text.length,
    }
  })
}

/** Titles and headings are those of many candidates. */
function rememberingEach<Read extends Float64Array | number>(
  read: (text: string) => Read,
): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    const said = known.get(text) ?? read(text)
    known.set(text, said)
    return said
  }
}

/** What the candidates of each group say together. */
function together<Place extends { readonly said: Float64Array }>(
  places: readonly Place[],
  keyOf: (place: Place) => string,
  coverage: Coverage,
): Map<string, Float64Array> {
  const groups = new Map<string, Float64Array>()
  for (const place of places) {
    const key = keyOf(place)
    const group = groups.get(key) ?? coverage.nothing()
    addTo(group, place.said)
    groups.set(key, group)
  }
  return groups
}

function readQuestion(
  { passage: row, score }: MatchedPassage,
  coverage: Coverage,
  type: QuestionType,
  written: WrittenQuestionReader,
): ReadQuestion {
  const { passage, terms, type: writtenType } = written.read(row)
  return { passage, score, shared: coverage.sharedByTerms(terms), sameType: compareTypes(type, writtenType) }
}

/** A written-ahead question that comes this near knows better than the words which sentence answers. */
const TRUSTED_QUESTION = 0.25

function focusOf(
  questions: readonly ReadQuestion[],
  sentences: readonly SentenceEvidence[],
): Span | undefined {
  let nearest: ReadQuestion | undefined
  for (const question of questions) {
    if (question.score < TRUSTED_QUESTION) continue
    if (nearest === undefined || likeness(question) > likeness(nearest)) nearest = question
  }
  return nearest?.passage ?? bestSentence(sentences)
}

/** How nearly a written-ahead question asks the same: in both directions, and for the same type of thing. */
function likeness({ score, shared, sameType }: ReadQuestion): number {
  return score * (0.7 + 0.3 * shared) + 0.05 * sameType
}

function compareTypes(a: QuestionType, b: QuestionType): -1 | 0 | 1 {
  if (a === 'other' || b === 'other') return 0
  return a === b ? 1 : -1
}
