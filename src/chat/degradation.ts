import type { Degradation } from '../domain/answer.ts'
import type { Language } from '../domain/language.ts'
import type { ChatFault } from '../errors.ts'

/** What people read about a fault: nothing of the server, of the key or of limits. */
type Reason = 'unreachable' | 'slow' | 'cut' | 'unsupported' | 'language' | 'refused' | 'resting'

const REASON: Readonly<Record<ChatFault, Reason>> = {
  key: 'unreachable',
  address: 'unreachable',
  quota: 'unreachable',
  busy: 'resting',
  failed: 'unreachable',
  unreachable: 'unreachable',
  slow: 'slow',
  cut: 'cut',
  endless: 'cut',
  unusable: 'unreachable',
  empty: 'unsupported',
  refused: 'refused',
  overflow: 'refused',
  unsupported: 'unsupported',
  language: 'language',
  resting: 'resting',
  spent: 'resting',
}

const WORDS: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  en: {
    unreachable: 'The language model cannot be reached.',
    slow: 'The language model did not answer in time.',
    cut: 'The language model broke off.',
    unsupported: 'What the language model wrote is not borne out by the articles.',
    language: 'The language model answered in another language.',
    refused: 'The language model does not take this question.',
    resting: 'The language model is not available at the moment.',
  },
  'zh-Hant': {
    unreachable: '語言模型無法使用。',
    slow: '語言模型未能及時回答。',
    cut: '語言模型的回答中斷了。',
    unsupported: '語言模型寫的內容在文章中沒有依據。',
    language: '語言模型用了別的語言回答。',
    refused: '語言模型不接受這個問題。',
    resting: '語言模型暫時無法使用。',
  },
  'zh-Hans': {
    unreachable: '语言模型无法使用。',
    slow: '语言模型未能及时回答。',
    cut: '语言模型的回答中断了。',
    unsupported: '语言模型写的内容在文章中没有依据。',
    language: '语言模型用了别的语言回答。',
    refused: '语言模型不接受这个问题。',
    resting: '语言模型暂时无法使用。',
  },
}

/** Why an answer is not, or not all, of the language model, in words for the one who asked. */
export function degradation(fault: ChatFault, language: Language): Degradation {
  return { reason: WORDS[language][REASON[fault]] }
}
