import type { Answer } from '../../domain/answer.ts'
import type { Language } from '../../domain/language.ts'

/** No answer that was searched for is certain. */
const MOST_PERCENT = 99

interface Words {
  readonly looked: string
  readonly sure: (percent: number) => string
  readonly again: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-Hant': {
    looked: '很確定,這是從文章裡直接查到的:',
    sure: (percent) => `我有 ${percent}% 的把握。文章的原話是:`,
    again: '我又找了一遍。',
  },
  'zh-Hans': {
    looked: '很确定,这是从文章里直接查到的:',
    sure: (percent) => `我有 ${percent}% 的把握。文章的原话是:`,
    again: '我又找了一遍。',
  },
  en: {
    looked: 'Quite sure, since this was looked up in the article:',
    sure: (percent) => `I am ${percent} % sure that this answers it. The article’s own words:`,
    again: 'I looked again.',
  },
}

/** An answer for somebody who doubts it ("are you sure?"): how sure it is, before what it rests on. */
export function doubted(answer: Answer, language: Language): Answer {
  const { looked, sure, again } = WORDS[language]
  switch (answer.kind) {
    case 'answer': {
      const percent = Math.min(MOST_PERCENT, Math.round(100 * answer.confidence))
      return { ...answer, answer: `${answer.confidence === 1 ? looked : sure(percent)}\n\n${answer.answer}` }
    }
    case 'declined':
      return { ...answer, answer: language === 'en' ? `${again} ${answer.answer}` : again + answer.answer }
    default:
      return answer
  }
}
