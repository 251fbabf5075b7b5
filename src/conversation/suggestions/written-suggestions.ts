import type { Language } from '../../domain/language.ts'
import type { Library } from '../../domain/library.ts'
import type { PassageTable } from '../../retrieval/searchable-index.ts'
import { detectLanguage } from '../../text/languages.ts'

/** So many of the questions written ahead are looked at, from all parts of the corpus. */
const MOST_READ = 1500

/**
 * Questions that were written ahead, in one language: the best written one of each part of the corpus. Deterministic.
 *
 * @param isChosen whether an article may be asked about
 */
export function writtenSuggestions(
  { passages, library }: { readonly passages: PassageTable; readonly library: Library },
  language: Language,
  count: number,
  isChosen: (article: string) => boolean,
): string[] {
  const rows: number[] = []
  for (let row = 0; row < passages.count; row++) if (passages.at(row).kind === 'question') rows.push(row)
  const step = Math.max(1, Math.ceil(rows.length / MOST_READ))
  const read = rows.filter((_, at) => at % step === 0)
  const suggestions: string[] = []
  for (let part = 0; part < count; part++) {
    const ofPart = read.slice(
      Math.floor((part * read.length) / count),
      Math.floor(((part + 1) * read.length) / count),
    )
    const best = bestWritten(
      ofPart.flatMap((row) => {
        const { text, paragraphRow } = passages.at(row)
        return detectLanguage(text, language) === language &&
          isChosen(library.paragraphAt(paragraphRow).article)
          ? [text]
          : []
      }),
      language,
    )
    if (best !== undefined && !suggestions.includes(best)) suggestions.push(best)
  }
  return suggestions
}

function bestWritten(questions: readonly string[], language: Language): string | undefined {
  let best: { readonly text: string; readonly score: number } | undefined
  for (const text of questions) {
    const score = writtenWell(text, language)
    if (score > 0 && score > (best?.score ?? 0)) best = { text, score }
  }
  return best?.text
}

/** Leans on something that was said before. */
const LEANS_BACK = /\b(it|its|they|them|this|that|these|those|he|she)\b|[它他她]|这|這|那|当时|當時/i
const QUESTION_WORD =
  /^(?:what|who|when|where|why|which|how)\b|什麼|什么|為什麼|为什么|哪|誰|谁|怎麼|怎么|如何|多少|何時|何时/i

/** How well a question reads as a suggestion, from 0: it stands alone, names something and is short. */
function writtenWell(text: string, language: Language): number {
  const length = [...text].length
  const [shortest, longest] = language === 'en' ? [20, 75] : [8, 32]
  if (length < shortest || length > longest || !/[?？]$/.test(text) || LEANS_BACK.test(text)) return 0
  if (language === 'en' && !/^[A-Z]/.test(text)) return 0
  const namesSomething = /[A-Z][\w.-]+/.test(text.slice(1)) ? 2 : 0
  return 1 + namesSomething + (QUESTION_WORD.test(text) ? 1 : 0) + (longest - length) / longest
}
