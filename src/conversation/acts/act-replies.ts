import type { ConversationAct } from '../../domain/answer.ts'
import type { Language } from '../../domain/language.ts'

/** Acts that a turn of nothing but phrases may be. */
export type PlainAct = Exclude<ConversationAct, 'articles' | 'which-article'>

/** What is said to each act. `subject` names what can be asked about: an article's title, or how many articles. */
type ActReplies = Readonly<Record<PlainAct, (subject: string) => string>>

const ENGLISH: ActReplies = {
  greeting: (subject) => `Hello! Ask me about ${subject}; I answer with its own words.`,
  farewell: () => 'Goodbye, and come back whenever you have a question.',
  thanks: () => 'You’re welcome!',
  assent: () => 'Good. Ask on whenever you like.',
  laughter: () => 'Glad you’re amused. I’m here for the next question.',
  praise: () => 'Thank you! The words are the author’s; I only find them.',
  complaint: (subject) =>
    `Sorry that this didn’t help. Put it in other words or name what you mean, and I’ll look again in ${subject}.`,
  stop: () => 'All right, I’ll leave it at that.',
  ping: (subject) => `I’m here. Go ahead and ask about ${subject}.`,
  wellbeing: (subject) => `All well here, thank you. I’m ready for your questions about ${subject}.`,
  reaction: (subject) => `If there is something you want to know about ${subject}, just ask.`,
  help: (subject) =>
    `I answer questions about ${subject} and show, for every answer, the exact words that say so. You can also ask who wrote it, which sections it has, or for a summary.`,
  identity: (subject) =>
    `I’m Footnote, a program that answers questions about ${subject} by quoting it word for word.`,
  unclear: (subject) => `What do you mean? Name what it is about, and I’ll look in ${subject}.`,
  'no-more': (subject) => `That is all that I find about it in ${subject}.`,
  'out-of-scope': (subject) => `That is not for me, I’m afraid: I only answer questions about ${subject}.`,
}

const TRADITIONAL: ActReplies = {
  greeting: (subject) => `你好!可以問我關於${subject}的問題,我會用原文回答。`,
  farewell: () => '再見!想到問題隨時再來。',
  thanks: () => '不客氣!',
  assent: () => '好的,想到什麼再問我。',
  laughter: () => '哈哈,開心就好。有問題隨時問我。',
  praise: () => '謝謝誇獎!話是作者寫的,我只是把它找出來。',
  complaint: (subject) => `抱歉沒有幫上忙。換個說法,或把指的是什麼說清楚一點,我再到${subject}裡找找。`,
  stop: () => '好,我就不多說了。',
  ping: (subject) => `我在,請問吧。可以問關於${subject}的問題。`,
  wellbeing: (subject) => `我很好,謝謝關心!隨時可以問我關於${subject}的問題。`,
  reaction: (subject) => `如果想知道${subject}裡的什麼,直接問我就可以。`,
  help: (subject) =>
    `我回答關於${subject}的問題,每個答案都附上原文的字句。也可以問作者是誰、有哪些章節,或請我總結重點。`,
  identity: (subject) => `我是 Footnote,一個用原文逐字回答關於${subject}的問題的程式。`,
  unclear: (subject) => `你指的是什麼呢?把它說出來,我就到${subject}裡找。`,
  'no-more': (subject) => `關於這個,${subject}裡我找到的就是這些了。`,
  'out-of-scope': (subject) => `這個我幫不上忙:我只回答關於${subject}的問題。`,
}

const SIMPLIFIED: ActReplies = {
  greeting: (subject) => `你好!可以问我关于${subject}的问题,我会用原文回答。`,
  farewell: () => '再见!想到问题随时再来。',
  thanks: () => '不客气!',
  assent: () => '好的,想到什么再问我。',
  laughter: () => '哈哈,开心就好。有问题随时问我。',
  praise: () => '谢谢夸奖!话是作者写的,我只是把它找出来。',
  complaint: (subject) => `抱歉没有帮上忙。换个说法,或把指的是什么说清楚一点,我再到${subject}里找找。`,
  stop: () => '好,我就不多说了。',
  ping: (subject) => `我在,请问吧。可以问关于${subject}的问题。`,
  wellbeing: (subject) => `我很好,谢谢关心!随时可以问我关于${subject}的问题。`,
  reaction: (subject) => `如果想知道${subject}里的什么,直接问我就可以。`,
  help: (subject) =>
    `我回答关于${subject}的问题,每个答案都附上原文的字句。也可以问作者是谁、有哪些章节,或请我总结重点。`,
  identity: (subject) => `我是 Footnote,一个用原文逐字回答关于${subject}的问题的程序。`,
  unclear: (subject) => `你指的是什么呢?把它说出来,我就到${subject}里找。`,
  'no-more': (subject) => `关于这个,${subject}里我找到的就是这些了。`,
  'out-of-scope': (subject) => `这个我帮不上忙:我只回答关于${subject}的问题。`,
}

export const ACT_REPLIES: Readonly<Record<Language, ActReplies>> = {
  'zh-Hant': TRADITIONAL,
  'zh-Hans': SIMPLIFIED,
  en: ENGLISH,
}

/** Acts after which it helps to see what can be asked. */
export const OFFERS_SUGGESTIONS: ReadonlySet<PlainAct> = new Set<PlainAct>([
  'greeting',
  'help',
  'identity',
  'ping',
  'wellbeing',
  'unclear',
  'no-more',
  'out-of-scope',
])
