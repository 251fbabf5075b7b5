import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { spokenOf } from '../scope/spoken-of.ts'

/** "No, I meant Mesos", 我問的是 Mesos; comparable. */
const CORRECTS =
  /^(?:(?:no+|nope|nah|not that|sorry|sry|wait|oh|um|hmm|er|well|but|oops|whoops|my bad|my mistake|typo|correction|actually)[\s,.!:]*)*(?:(?:i|we) (?:actually |really )?|(?=meant))(?:meant|mean|was asking about|am asking about|were asking about|asked about|was talking about|am talking about|was thinking of)(?: to (?:say|ask))? (.{2,60})$|^(?:不|不是|不对|(?:打|说|讲|写|弄|搞)?错(?:字)?了?|口误|手误|更正|等等|等一下|不好意思|没有|抱歉|哎|诶|欸|啊|啦|呀|,|。|!|\s)*(?:我|我们)(?:其实|刚才|刚刚|是)*(?:问|说|指|讲|想问|要问|想说)(?:的)?(?:是)?(.{2,40})$/
/** "Not Mesos, Kubernetes", "Kubernetes, not Mesos", 不是問 Docker,是問 CoreOS: what is meant beside what is not; comparable. */
const REJECTS = [
  /^(?:(?:no+|nope|sorry|wait|oh|um)[\s,.!]*)*(?:not|i (?:did not|do not) (?:ask about|mean)) (?:about )?.{2,40}?(?:,| -+| but| instead|\. )[\s,]*(?:but |i (?:meant|mean|asked about) |about |the )*(.{2,40})$/,
  /^(?:不|错了?|抱歉|,|。|!|\s)*(?:我)?(?:不是|没|没有|并非)(?:在)?(?:问|说|指|讲|要问|想问)?.{1,20}?(?:[,，\s]+我?而?|而)(?:是|要|在)(?:问|说|指|讲|想问)?(?:的是)?(.{2,30})$/,
]
/** What is named only to be put aside: Kubernetes, not Mesos. */
const REJECTED =
  /[\s,]*(?:\b(?:and |but )?(?:not|instead of|rather than)\b.*|[,，\s]*(?:而?不是|不要|并非|不是说|不是问).*)$/
const HAN = /\p{Script=Han}/u
/** What is asked in full needs nothing of the question before. */
const ASKS =
  /\?|\b(?:what|who|whom|when|where|why|how|which|whether|if)\b|什么|啥|谁|哪|怎|几|多少|多[大久长]|如何|为何|吗|呢/
/** Words that say this much of a correction stand in a corpus that speaks of what is meant. */
const SPOKEN_OF = 0.8

/**
 * A turn that says what the question before was meant to ask about, as a question about that.
 *
 * @param text of the turn, comparable
 * @returns undefined for any other turn, and where the corpus does not speak of what is named
 */
export function correctedQuestion(text: string, lexicalIndex: LexicalIndex): string | undefined {
  const match = CORRECTS.exec(text)
  const meant = withoutRejected(match?.[1] ?? match?.[2] ?? rejecting(text) ?? '')
    .replace(/[\s.!。啦啊呀]+$/, '')
    .trim()
  if (meant === '') return undefined
  const { isNamed, share } = spokenOf(meant, lexicalIndex)
  if (!isNamed && share < SPOKEN_OF) return undefined
  if (ASKS.test(meant)) return meant
  return HAN.test(text) ? `${meant}呢` : `what about ${meant}`
}

function withoutRejected(meant: string): string {
  return meant.replace(REJECTED, '')
}

function rejecting(text: string): string | undefined {
  return REJECTS.map((pattern) => pattern.exec(text)?.[1]).find((meant) => meant !== undefined)
}
