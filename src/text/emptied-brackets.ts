import { ENGLISH_STOP_WORDS } from './stop-words.ts'

/** Stands where something was taken out of a text that says nothing by itself; a character for private use. */
export const TAKEN_OUT = '\uE000'

const BRACKETED = /[([（【][^()[\]（）【】\n]{0,60}[)\]）】]/g
const WORD = /[\p{L}\p{N}]+/gu
/** Said of a place or a person rather than by themselves: `(via @bob)`, `(來自 #general)`. */
const POINTING = /^(?:see|via|cf|cc|fyi|ref|re|来自|來自|见|見|参见|參見|在|于|於|由)$/

/**
 * A text without the marks of what was taken out, and without brackets in which nothing else was said: of
 * `What is Docker? (from <#123>)` the words in brackets ask nothing.
 */
export function withoutEmptied(text: string): string {
  const emptied = text.replace(BRACKETED, (all) => (all.includes(TAKEN_OUT) && !saysMore(all) ? ' ' : all))
  return emptied.replaceAll(TAKEN_OUT, ' ')
}

function saysMore(text: string): boolean {
  const words = text.toLowerCase().match(WORD) ?? []
  return words.some((word) => !ENGLISH_STOP_WORDS.has(word) && !POINTING.test(word))
}
