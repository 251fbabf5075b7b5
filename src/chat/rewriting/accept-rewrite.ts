import type { FollowUp } from '../../answer/follow-up-rewriter.ts'
import { detectLanguage } from '../../text/languages.ts'
import { simplify } from '../../text/normalise.ts'
import { ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'
import { isOrder } from '../prompt/orders.ts'
import { plainClaim } from '../reply/plain-claim.ts'
import { ThoughtFilter } from '../reply/thought-filter.ts'

/** In characters; what a question may grow by when it takes in what it leaned on. */
const LONGEST = 300
/** So much of what a rewritten question says must have been said in the conversation. */
const LEAST_SHARE = 0.5
/** Letters by which the forms of a word are known: bought, buyer; acquire, acquisition. */
const STEM = 5

const WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.+#-]*/gu
const INTRODUCTION =
  /^(?:(?:the )?(?:rewritten|standalone|last)?\s*question|(?:改寫|改写)?(?:後|后)?(?:的)?(?:問題|问题))\s*[:：]\s*/i

/**
 * The question that a model made of a follow-up, if it is one: a line in the language of the question that names and
 * numbers nothing that the conversation does not, and says little that it does not say.
 *
 * @returns nothing for anything odd, after which the follow-up is understood by rules
 */
export function acceptRewrite(
  reply: string,
  { question, history }: Pick<FollowUp, 'question' | 'history'>,
): string | undefined {
  const thoughts = new ThoughtFilter()
  const visible = thoughts.add(reply) + thoughts.end()
  const lines = visible.split('\n').filter((line) => line.trim() !== '' && !/^\s*```/.test(line))
  const [line = ''] = lines
  const rewritten = plainClaim(line).replace(INTRODUCTION, '')
  if (lines.length !== 1 || rewritten === '' || rewritten.length > LONGEST + question.length) return undefined
  const isSameLanguage = family(rewritten) === family(question)
  if (!isSameLanguage || (isOrder(rewritten) && !isOrder(question))) return undefined
  return isOfConversation(rewritten, [question, ...history.map(({ content }) => content)].join('\n'))
    ? rewritten
    : undefined
}

function family(text: string): string {
  return detectLanguage(text).slice(0, 2)
}

function isOfConversation(rewritten: string, conversation: string): boolean {
  const said = simplify(conversation).toLowerCase()
  const words = [...simplify(rewritten).matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }))
  const isSaid = (word: string) =>
    said.includes(
      word
        .toLowerCase()
        .replace(/[.-]+$/, '')
        .slice(0, STEM),
    )
  // A capital inside a sentence, or a digit, makes a name of a word; all of it must have been said.
  const names = words.filter(({ word, index }) => /\p{N}/u.test(word) || (index > 0 && /\p{Lu}/u.test(word)))
  if (names.some(({ word }) => !said.includes(word.toLowerCase()))) return false
  const telling = words.filter(({ word }) => !ENGLISH_STOP_WORDS.has(word.toLowerCase()))
  const han = simplify(rewritten).match(/\p{Script=Han}/gu) ?? []
  const known =
    telling.filter(({ word }) => isSaid(word)).length * 2 + han.filter((each) => said.includes(each)).length
  return known >= LEAST_SHARE * (telling.length * 2 + han.length)
}
