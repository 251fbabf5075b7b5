/**
 * What the classifier takes turns for: acts of conversation, aspects of an article, what somebody wants of the answer
 * before (`again`, `doubt`, `in-language`, `more`, `shorter`, `source`), and questions.
 */
export const TURN_CLASSES = [
  'about',
  'again',
  'articles',
  'assent',
  'author',
  'complaint',
  'date',
  'doubt',
  'farewell',
  'greeting',
  'help',
  'identity',
  'in-language',
  'laughter',
  'length',
  'more',
  'out-of-scope',
  'ping',
  'praise',
  'question',
  'reaction',
  'section',
  'sections',
  'shorter',
  'source',
  'stop',
  'summary',
  'thanks',
  'title',
  'unclear',
  'url',
  'wellbeing',
] as const

export type TurnClass = (typeof TURN_CLASSES)[number]

/** Conversation, and what it is. */
export type LearnedClass = Exclude<TurnClass, 'question'>
