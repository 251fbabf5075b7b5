import type { Language } from '../../domain/language.ts'

/** What the widget says besides what is said around answers. */
export interface WidgetWords {
  readonly ask: string
  readonly greeting: string
  readonly placeholder: string
  readonly followUp: string
  readonly newConversation: string
  readonly agree: string
}

export const WIDGET_WORDS: Readonly<Record<Language, WidgetWords>> = {
  'zh-Hant': {
    ask: '提問',
    greeting: '想知道什麼？每個回答都附上它所依據的原文。',
    placeholder: '輸入問題',
    followUp: '接著問',
    newConversation: '新對話',
    agree: '同意',
  },
  'zh-Hans': {
    ask: '提问',
    greeting: '想知道什么？每个回答都附上它所依据的原文。',
    placeholder: '输入问题',
    followUp: '接着问',
    newConversation: '新对话',
    agree: '同意',
  },
  en: {
    ask: 'Ask',
    greeting: 'What would you like to know? Every answer shows the exact words it rests on.',
    placeholder: 'Your question',
    followUp: 'Ask a follow-up',
    newConversation: 'New',
    agree: 'Agree',
  },
}
