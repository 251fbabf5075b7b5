import type { Answer } from '../../domain/answer.ts'
import { placeOf } from '../../views/answer/citation-view.tsx'
import type { AnswerWords } from '../../views/words/answer-words.ts'

/**
 * An answer with its sources as Markdown, to be pasted elsewhere.
 * @param base what the sources' addresses are relative to
 */
export function answerAsMarkdown(answer: Answer, base: string, words: AnswerWords): string {
  const sources = answer.citations.map((citation) => {
    const place = placeOf(citation, words).replace(/[\\[\]]/g, '\\$&')
    const quote = citation.quote.replace(/\s+/g, ' ')
    return `[${citation.marker}] [${place}](${new URL(citation.url, base)}): “${quote}”`
  })
  return [answer.answer, ...(sources.length === 0 ? [] : [sources.join('  \n')])].join('\n\n')
}
