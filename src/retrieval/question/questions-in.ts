const ENGLISH_QUESTION = '(?:when|who|whom|what|why|how|where|which)'
/** "When was Lambda released and who bought Firebase?" Two questions in one turn, or in two sentences of one. */
const ENGLISH = new RegExp(
  `^((?:${ENGLISH_QUESTION}|is|are|was|were|do|does|did|can)\\b[^?]{8,}?)(?:[,;]? and (?:also )?|[?;]\\s+(?:and )?(?:also )?)(${ENGLISH_QUESTION}\\b.{8,})$`,
  'is',
)
const CHINESE_QUESTION = '(?:谁|誰|什么|什麼|啥|哪|几|幾|多少|怎|为何|為何|为啥|何时|何時|吗|嗎)'
/** Two sentences that each ask, with words of their own. One that asks for a yes or no leads to the other, rather. */
const CHINESE_OPEN_QUESTION = CHINESE_QUESTION.replace('|吗|嗎', '')
const CHINESE_SENTENCES = new RegExp(
  `^(?=.{6,60}[?？].{5,})([^?？]{0,40}${CHINESE_OPEN_QUESTION}[^?？]{0,40})[?？]\\s*([^?？]{0,40}${CHINESE_QUESTION}[^?？]{0,40}[?？]?)$`,
  's',
)
const CHINESE = new RegExp(
  `^(.{0,40}${CHINESE_QUESTION}[^,，;；?？。]{0,20})[,，;；?？\\s]+((?:又|还有|還有|另外|以及|而且).{0,30}${CHINESE_QUESTION}.{0,40})$`,
  's',
)

/** The questions that are asked in one turn: one, or two that each ask for something. */
export function questionsIn(turn: string): readonly [string] | readonly [string, string] {
  const match = ENGLISH.exec(turn) ?? CHINESE.exec(turn) ?? CHINESE_SENTENCES.exec(turn)
  const [, first, second] = match ?? []
  return first === undefined || second === undefined ? [turn] : [first.trim(), second.trim()]
}
