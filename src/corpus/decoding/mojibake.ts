/** Words that a text holds where it was read in another encoding than it was written in. */
const SIGNS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /锟斤拷|\ufffd/, what: 'characters that were lost when the text was converted' },
  { pattern: /烫{3}|屯{3}/, what: 'memory that a program never filled' },
  // UTF-8 read as Windows-1252: a Han character becomes one of these and two others, an accent or a dash three.
  {
    pattern:
      /(?:[äåæçèéêï][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u2122]{1,2}){2}|â€[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u2122]|(?:Ã[\u0080-\u00bf\u0152-\u0192\u2010-\u2122]\w*[ ,.]*){2}/,
    what: 'UTF-8 that was read as Windows-1252',
  },
  // UTF-8 read as GBK: what 的, 是, 在, ，and 。become, with others between.
  {
    pattern: /(?:[锛銆鐨鏄鍦涓浜鍜鏂鏈闂璇鍥鏃][\p{Script=Han}€\ufffd?]{0,2}){3}/u,
    what: 'UTF-8 that was read as GBK',
  },
]

/** A place that looks damaged. */
export interface MojibakeSign {
  readonly what: string
  /** Index in the text. */
  readonly at: number
  readonly words: string
}

/** The first place of each kind in a text that looks damaged. */
export function signsOfMojibake(text: string): MojibakeSign[] {
  return SIGNS.flatMap(({ pattern, what }) => {
    const match = pattern.exec(text)
    return match ? [{ what, at: match.index, words: match[0] }] : []
  })
}
