import { saysSomething } from '../wording/plain-words.ts'

/** Where a sentence or a clause of a turn may end and another request begin. */
const BREAK =
  /(?:[?？!！。;；\n]|\.\s)\s*|[,，、]?\s+(?:and|also|plus|&)\s+|[,，、\s]*(?:还有|還有|另外|以及|而且|并且|並且|顺便|順便|对了|對了|又|跟|和)|[,，]\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/giu
/** Longer turns are questions with a story, or texts. */
const LONGEST = 240
/** So many places are tried. */
const MOST_BREAKS = 6

/** What asks for something, by its form. */
const ASKS =
  /[?？]\s*$|\b(?:who|whom|whose|what|when|where|which|why|how)(?:s|'s|’s)?\b|^\W*(?:(?:please|pls|can you|could you) )*(?:tell|give|list|show|name|summari[sz]e|explain|describe)\b|\btl;?dr\b|^\W*(?:the |its )?(?:title|author|date|length|sections?|part|chapter|paragraph|summary|source)\b|第.{1,3}[节節章段部]|^(?:作者|[标標][题題]|日期|字[数數])|[谁誰啥哪几幾怎何吗嗎呢]|什[么麼]|多(?:少|长|長|久)|[总總]结|總結|概括|摘要|重[点點]|列出|介[绍紹]/i

/** Two parts of a turn that each ask for something. */
export type Parts = readonly [string, string]

/** The ways to read a turn as two requests, the shortest first part first. */
export function partsOf(turn: string): Parts[] {
  if (turn.length > LONGEST) return []
  return [...turn.matchAll(BREAK)]
    .slice(0, MOST_BREAKS)
    .map(({ index, 0: mark }): Parts => {
      const end = /^[?？!！。]/.test(mark) ? index + 1 : index
      return [turn.slice(0, end).trim(), turn.slice(index + mark.length).trim()]
    })
    .filter((parts) => parts.every((part) => saysSomething(part) && ASKS.test(part)))
}
