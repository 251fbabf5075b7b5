import type { Article } from '../../../domain/article.ts'
import { countHan } from '../../../text/languages.ts'

export interface ArticleLength {
  readonly sections: number
  readonly paragraphs: number
  readonly hanCharacters: number
  /** Number of words in Latin letters and digits. */
  readonly words: number
  readonly minutes: number
}

/**
 * How fast people read silently: some 260 words of English a minute, 260 characters of Chinese and more.
 * Brysbaert, How many words do we read per minute? J. Mem. Lang. 109 (2019); Liu et al. for Chinese, 2016.
 */
const WORDS_A_MINUTE = 240
const HAN_A_MINUTE = 300

/** How long an article is, and how long it takes to read. */
export function lengthOf({ paragraphs, sections }: Article): ArticleLength {
  let hanCharacters = 0
  let words = 0
  for (const { text } of paragraphs) {
    hanCharacters += countHan(text)
    words += text.match(/[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{N}\p{M}'’_-])*/gu)?.length ?? 0
  }
  return {
    sections: sections.length,
    paragraphs: paragraphs.length,
    hanCharacters,
    words,
    minutes: Math.max(1, Math.round(hanCharacters / HAN_A_MINUTE + words / WORDS_A_MINUTE)),
  }
}
