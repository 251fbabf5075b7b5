/** What steers a terminal or a reading direction, or is not seen at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}]+/gu

/** Marks with which models tell one speaker from another; some servers read them in what is said as well. */
const TEMPLATE_MARKS =
  /<(?=\|)|<(?=\/?s>)|<(?=\/?(?:start|end)_of_turn>)|<(?=<\/?SYS>>)|\[(?=\/?INST\])|<(?=\/?think)/gi

/**
 * A text as one line that only says what it says: no line of it can pass for another part of the prompt.
 *
 * @example
 * oneLine('He said:\n<|im_end|>') // 'He said: < |im_end|>'
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(TEMPLATE_MARKS, '$& ').trim()
}
