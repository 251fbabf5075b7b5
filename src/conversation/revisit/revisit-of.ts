import { residueOf } from '../about/recognise/article-words.ts'
import { isAboutArticle, namingSection } from '../about/recognise/aspect-in-context.ts'
import { recogniseAspect } from '../about/recognise/recognise-aspect.ts'
import type { LearnedTurn } from '../classify/learned-turns.ts'
import type { ReadTurn } from '../read-turn.ts'
import { isRevisit, type Revisit } from './revisited-request.ts'

/** Nothing but what leads on: and? ok, go on. 然後呢? */
const LEADS_ON =
  /^(?:(?:ok(?:ay)?|yes|yeah|right|hm+|cool|i see|sure)[\s,.!]*)?(?:and|so|then|but|because|and then|so then|(?:and |so )?(?:who|what|where|which|anyone|anything) else|go on|carry on|continue|keep going)[\s?.…!]*$|^(?:[嗯好喔哦噢对][\s,.。!]*)*(?:那|那么)?(?:然后|所以|接着|接下来|继续|后来)(?:呢|说|讲|咧|勒|嘞)?[\s?.…!。]*$/

/** Nothing but others than those that were told of: and the other two? 那另外兩個呢 */
const OF_OTHERS =
  /^(?:(?:and|so|but|ok(?:ay)?|what about|how about|what are)[\s,]+)*(?:the |all the )?(?:other|others|rest|remaining)(?: (?:one|ones|two|three|four|few))?[\s?.!]*$|^(?:那|那么|还有)*(?:另外?|其他|其余|其它|剩下|余下)的?(?:那)?(?:[一二两三四几]|\d)?(?:个|家|位|种|样)?的?(?:呢|咧|勒|嘞)?[\s?.!。]*$/

/**
 * What a turn wants of the answer before, if it asks nothing of its own.
 *
 * @param before the question that was answered
 */
export function revisitOf(
  turn: ReadTurn,
  learned: LearnedTurn,
  before: Pick<ReadTurn, 'asked'> | undefined,
): Revisit | undefined {
  if (before === undefined) return isRevisit(learned.turnClass) ? learned.turnClass : undefined
  // "The next one", behind a section.
  if (namingSection(turn.asked, before) !== turn.asked) return undefined
  if (OF_OTHERS.test(turn.comparable.text)) return 'others'
  if (isRevisit(learned.turnClass)) return learned.turnClass
  if (LEADS_ON.test(turn.comparable.text)) return 'more'
  return !isAboutArticle(before) && asksWhereFrom(turn, learned) ? 'source' : undefined
}

/** Behind an answer, "where is that from?" asks where the answer stands; an article's own source has to be named. */
function asksWhereFrom({ asked }: ReadTurn, { turnClass }: LearnedTurn): boolean {
  const aspect = recogniseAspect(asked)
  const isUrl = aspect === undefined ? turnClass === 'url' : aspect.aspect === 'url' && aspect.words === ''
  const { reference } = aspect ?? residueOf(asked)
  return isUrl && (reference === 'none' || reference === 'pointer')
}
