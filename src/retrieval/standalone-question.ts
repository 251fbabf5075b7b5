import type { Turn } from '../domain.ts'
import { normalise } from '../text/normalise.ts'
import { type QuestionType, questionTypeOf } from '../text/question-type.ts'
import { ENGLISH_STOP_WORDS } from '../text/stop-words.ts'

/** A piece of the conversation and how much its words count towards what is asked. */
export interface QuestionPart {
  readonly text: string
  readonly weight: number
  /** Its names are left out: the question puts another in their place. */
  readonly withoutNames: boolean
}

/** A question that can be understood without the turns before it. */
export interface StandaloneQuestion {
  /** What the person wrote. */
  readonly question: string
  /** The question itself first, with weight 1, then what it leans on. */
  readonly parts: readonly QuestionPart[]
  readonly type: QuestionType
}

/** Words that point at something said before. */
const POINTS_BACK =
  /它|[他她](?!人)|那家|这家|那个|这个|那些|这些|该(公司|项目|产品|技术)|前者|后者|当初|当时|后来|其(?=中|创|作|优|缺|实现|价)|他们|双方|两者|\b(it|its|they|them|their|theirs|he|his|him|she|her|those|these|that|this|there|then|the (company|project|product|founder|first|second|former|latter|other))\b/
/** Openings and endings of a question that goes on from the one before. */
const GOES_ON =
  /^(那么?|然后|所以|还有|而|可是|但是?|and|so|but|then|also|or|what about|how about|what else|ok(ay)?|wait)(?![a-z])|呢[?？!！。]*$/
/** 那 CloudStack 呢, what about CloudStack: the question before, asked of something else. */
const SAME_OF_ANOTHER = /^(那么?|还有)?.{0,24}呢[?？!！。]*$|^(and |or |so )?(what|how) about\b/
/** Nothing but agreement: the assistant's suggestion is what is asked. */
const AGREES =
  /^(是的?|对的?|好的?|嗯+|可以|要|行|没错|yes|yep|yeah|sure|ok(ay)?|please|right|correct)[\s,.!?。,!~]*(please|的|啊|呀|吧)?[\s.!。!]*$/
const LATIN_WORD = /[a-z][a-z0-9.+-]+/g
const EVERY_HAN = /\p{Script=Han}/gu
const PREDICATE = /(是|什么|哪|谁|为|怎|何时|有|在|多少|几|靠|被).*$/s
const HAN = /\p{Script=Han}/u
/** Question words and particles: what is left of 为什么 or 什么时候呢 without them is nothing. */
const EMPTY_WORDS =
  /后来|然后|还有|接着|之后|另外|其他|其它|有|为什么|为何|为啥|什么时候|何时|哪年|哪里|在哪|多少钱?|多大|几个|怎么说?|如何|谁|什么|啥|吗|呢|呀|啊|的|了|是|那|就|又|再|还/g

/** An earlier question counts this much, the one before it this much again. */
const EARLIER_WEIGHT = 0.6
const ELLIPTIC_WEIGHT = 0.85
const ASSISTANT_WEIGHT = 0.15
/** Turns further back are another subject. */
const MOST_EARLIER_QUESTIONS = 3

/** Whether a word in Latin letters (lower case) names something rather than being ordinary English. */
export type NameTest = (word: string) => boolean

/**
 * Resolves a follow-up from the history alone. A question that stands by itself, as one after a change of subject
 * does, takes nothing from it.
 *
 * @param history oldest first; the assistant's turns may be missing
 */
export function standaloneQuestion(
  question: string,
  history: readonly Turn[],
  isName: NameTest,
): StandaloneQuestion {
  const text = normalise(question).trim()
  const own: QuestionPart = { text: question, weight: 1, withoutNames: false }
  const earlier = history.filter(({ role }) => role === 'user').map(({ content }) => content)
  const lastAnswer = history.findLast(({ role }) => role === 'assistant')?.content
  const suggested = AGREES.test(text) ? suggestedQuestion(lastAnswer) : undefined
  if (suggested !== undefined) return standaloneQuestion(suggested, [], isName)
  if (earlier.length === 0 || !leansOnHistory(text, isName))
    return { question, parts: [own], type: questionTypeOf(text) }

  const substitutes = SAME_OF_ANOTHER.test(text) && contentLength(text) > 0
  const putsName = substitutes && names(text, isName).length > 0
  const parts = [own]
  let weight = isElliptic(text, isName) || substitutes ? ELLIPTIC_WEIGHT : EARLIER_WEIGHT
  for (const content of earlier.slice(-MOST_EARLIER_QUESTIONS).reverse()) {
    parts.push({ text: substitutes ? predicateOf(content, isName) : content, weight, withoutNames: putsName })
    // Further back only as long as the questions in between leaned back as well.
    if (!leansOnHistory(normalise(content).trim(), isName)) break
    weight *= EARLIER_WEIGHT
  }
  if (lastAnswer !== undefined && !substitutes)
    parts.push({ text: lastAnswer, weight: ASSISTANT_WEIGHT, withoutNames: false })
  const ownType = questionTypeOf(text)
  const type = ownType === 'other' || substitutes ? questionTypeOf(normalise(earlier.at(-1) ?? '')) : ownType
  return { question, parts, type: type === 'other' ? ownType : type }
}

function leansOnHistory(text: string, isName: NameTest): boolean {
  if (GOES_ON.test(text)) return true
  const named = names(text, isName).length > 0
  return POINTS_BACK.test(text) ? !named || contentLength(text) < 12 : isElliptic(text, isName)
}

/** Too little is left to be a question of its own. */
function isElliptic(text: string, isName: NameTest): boolean {
  return names(text, isName).length === 0 && contentLength(text) <= 6
}

function names(text: string, isName: NameTest): string[] {
  return (text.match(LATIN_WORD) ?? []).filter((word) => !ENGLISH_STOP_WORDS.has(word) && isName(word))
}

/** Han characters, and two for each Latin word, that say what is asked about. */
function contentLength(text: string): number {
  const words = (text.match(LATIN_WORD) ?? []).filter((word) => !ENGLISH_STOP_WORDS.has(word))
  return (text.replace(EMPTY_WORDS, ' ').match(EVERY_HAN)?.length ?? 0) + 2 * words.length
}

/**
 * What a Chinese question says of its subject, which stands before: 茶館是什麼時候開的 → 是什么时候开的. Names stay: 那缺點呢
 * asks about another side of the same thing.
 */
function predicateOf(question: string, isName: NameTest): string {
  const text = normalise(question)
  if (!HAN.test(text)) return text
  return [...names(text, isName), text.match(PREDICATE)?.[0] ?? text].join(' ')
}

/** The last question that the assistant asked, which "yes" says yes to. */
function suggestedQuestion(answer: string | undefined): string | undefined {
  return answer
    ?.match(/[^。.!?！？\n]+[?？]/gu)
    ?.at(-1)
    ?.trim()
}
