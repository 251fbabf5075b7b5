import { quotedTitle } from '../../conversation/wording/name-article.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Language } from '../../domain/language.ts'
import { escapeProse } from '../markdown/escape-prose.ts'

interface Words {
  /** @param numbers of paragraphs, in order; empty where only the header is cited */
  readonly from: (title: string, numbers: readonly number[], section: string) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-Hant': {
    from: (title, numbers, section) =>
      `出自${title}${numbers.length === 0 ? '的開頭資訊' : `第 ${numbers.join('、')} 段`}${section && `(${section})`}:`,
  },
  'zh-Hans': {
    from: (title, numbers, section) =>
      `出自${title}${numbers.length === 0 ? '的开头信息' : `第 ${numbers.join('、')} 段`}${section && `(${section})`}:`,
  },
  en: {
    from: (title, numbers, section) =>
      `From ${title}, ${placeOf(numbers)}${section && `, in the section “${section}”`}:`,
  },
}

/** An answer for somebody who asks where it is from: its paragraphs, before their words. */
export function sourced(answer: Answer, language: Language): Answer {
  const articles = new Set(answer.citations.map(({ article }) => article))
  const lines = [...articles].map((id) => {
    const citations = answer.citations.filter(({ article }) => article === id)
    const numbers = [...new Set(citations.map(({ paragraph }) => paragraph))].filter((number) => number > 0)
    const title = quotedTitle(citations[0]?.title ?? id, language)
    const section = numbers.length === 1 ? (citations[0]?.section ?? '') : ''
    return escapeProse(
      WORDS[language].from(
        title,
        numbers.sort((a, b) => a - b),
        section,
      ),
    )
  })
  return lines.length === 0 ? answer : { ...answer, answer: `${lines.join('\n')}\n\n${answer.answer}` }
}

function placeOf(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'its header'
  if (numbers.length === 1) return `paragraph ${numbers[0]}`
  return `paragraphs ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
