/** What neither a claim nor a reader needs: control characters, what cannot be seen, what turns the reading direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}]+/gu
const TAG =
  /<\/?(?:claim|answer|sentence|s|p|b|i|em|strong|li|ul|ol|br|cite|source|quote|text|result|response|output)(?:\s[^<>]*)?\/?>/gi
const BULLET = /^(?:[-*+•·▪►>#|]+\s*|\(?\d{1,2}[.)、]\s*(?!\d)|[①-⑳]\s*)+/u
const INTRODUCTION =
  /^(?:(?:final\s+)?(?:answer|response|claim|sentence|statement|result|text|a|output)\s*\d*|(?:最終|最终)?(?:答案|回答|答|結論|结论|句子|陳述|陈述))\s*[:：]\s*/i
const ACCORDING =
  /^(?:(?:according to|based on|as (?:stated|mentioned|said|shown) in|per|from)(?: the)?(?: labels?| sentences?| sources?)?|(?:根據|根据|依據|依据|按照|如)(?:標籤|标签|句子)?)\s*(?:所述|所示)?\s*[,，:：]\s*/i
/** The end of the sentence before, whose labels stood before its full stop. */
const LEFT_OVER = /^(?:[。！？…]+|[.!?]+(?=\s|\p{Script=Han}|$))/u
const EDGES = /^[\s"'“”„«»『』|,;，；:：\-–—]+|[\s"“”«»『』|,;，；:：\-–—([{]+$/gu
/** What is left of `(see [KT1])` once the label is taken out. */
const BEFORE_LABEL = /[([（]\s*(?:see|cf\.?|sources?|來源|来源|見|见)?\s*[:：]?\s*$/i
const HAS_WORDS = /[\p{L}\p{N}]/u
const ENDED = /[.!?。！？…][)\]）」』”"']*$/u

/**
 * What a model says in a sentence, without what it puts around: bullets, emphasis, tags, "Answer:". Empty where nothing
 * is said.
 */
export function plainClaim(text: string): string {
  let plain = text
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, '')
    .replace(TAG, ' ')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\*\*/g, '')
    .replace(/`([^`]*)`/g, '$1')
    .replace(BEFORE_LABEL, '')
    .trim()
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = balanced(
      plain
        .replace(LEFT_OVER, '')
        .replace(BULLET, '')
        .replace(INTRODUCTION, '')
        .replace(ACCORDING, '')
        .replace(EDGES, ''),
      plain,
    ).trim()
  }
  plain = plain
    .replace(/\(\s*\)|（\s*）|\[\s*\]/g, '')
    .replace(/\s+([.,。，!！?？])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return HAS_WORDS.test(plain) ? plain : ''
}

/** As a sentence among others: with a mark at its end. */
export function ended(text: string): string {
  if (ENDED.test(text)) return text
  return text + (/\p{Script=Han}/u.test(text) ? '。' : '.')
}

/** Quotation marks at the edges are taken away in pairs, and left where they belong to a word. */
function balanced(stripped: string, before: string): string {
  const opening = (text: string) => (text.match(/[“«『]/gu) ?? []).length
  const closing = (text: string) => (text.match(/[”»』]/gu) ?? []).length
  const straight = (text: string) => (text.match(/"/g) ?? []).length
  return opening(stripped) === closing(stripped) && straight(stripped) % 2 === 0 ? stripped : before
}
