import type { Corpus } from '../../corpus/corpus.ts'
import { headingPaths } from '../../corpus/heading-paths.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Span } from '../../domain/span.ts'

/** Longest piece of a paragraph that is embedded and retrieved as one, in UTF-16 code units. */
const LONGEST_PIECE = 800

/**
 * What is embedded and retrieved, paragraph by paragraph: first its pieces (most paragraphs are one), each behind the
 * title and the headings that it stands under, then the questions that were written ahead for it.
 */
export function toPassages({
  articles,
  writtenQuestions,
}: Pick<Corpus, 'articles' | 'writtenQuestions'>): Passage[] {
  const written = new Map(writtenQuestions.map((entry) => [entry.paragraphId, entry]))
  const passages: Passage[] = []
  let row = 0
  for (const article of articles) {
    const paths = headingPaths(article)
    for (const [at, paragraph] of article.paragraphs.entries()) {
      const opening = `${[article.title, ...(paths[at] ?? [])].join(' › ')}\n`
      for (const { start, end } of piecesOf(paragraph)) {
        passages.push({
          paragraphRow: row,
          kind: 'text',
          text: opening + paragraph.text.slice(start, end),
          start,
          end,
        })
      }
      // The id of a stored paragraph is unpacked when it is asked for.
      const answers = written.size === 0 ? undefined : written.get(paragraph.id)?.answers
      for (const { start, end, questions } of answers ?? []) {
        for (const { text } of questions)
          passages.push({ paragraphRow: row, kind: 'question', text, start, end })
      }
      row++
    }
  }
  return passages
}

/** Cuts a long paragraph where sentences end; a sentence that is itself too long stands alone. */
function piecesOf(paragraph: Paragraph): Span[] {
  if (paragraph.text.length <= LONGEST_PIECE) return [{ start: 0, end: paragraph.text.length }]
  const pieces: { start: number; end: number }[] = []
  for (const { start, end } of paragraph.sentences) {
    const last = pieces.at(-1)
    if (last !== undefined && end - last.start <= LONGEST_PIECE) last.end = end
    else pieces.push({ start, end })
  }
  return pieces
}
