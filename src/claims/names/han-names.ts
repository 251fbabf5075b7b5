import type { ClaimTools } from '../claim-tools.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import { saidBy } from '../words/coverage.ts'
import type { NameSource } from './latin-names.ts'

const SAME_NAME = 0.5
/** Foreign names take two to nine characters. */
const LONGEST_TRANSLITERATION = 9

/** The Chinese words of a claim that are nothing but names (慕尼黑), and that the texts do not name in either script. */
export function unknownHanNames(
  claim: ReadText,
  source: NameSource,
  latin: readonly string[],
  tools: ClaimTools,
): Token[] {
  const { dictionary } = tools.reader
  return claim.tokens.filter(
    (token) =>
      token.kind === 'han' &&
      dictionary.isName(token.key) &&
      !source.texts.some(({ text }) => text.includes(token.key)) &&
      !source.meanings.some((meanings) => saidBy(meanings, token, tools.reader) >= SAME_NAME) &&
      !latin.some((name) => tools.sounds.transliterates([...token.key], name)),
  )
}

/**
 * The words of a claim that are foreign names in Chinese characters (马罗比) of names that the texts have in Latin letters
 * (Marrowby): runs of words side by side that sound like one of them.
 */
export function transliterations(
  words: readonly Token[],
  latin: readonly string[],
  { sounds }: ClaimTools,
): Set<Token> {
  const found = new Set<Token>()
  if (latin.length === 0) return found
  for (let at = 0; at < words.length; at++) {
    for (let end = Math.min(words.length, at + LONGEST_TRANSLITERATION); end > at; end--) {
      const run = words.slice(at, end)
      const isRun = run.every((word, i) => word.kind === 'han' && (i === 0 || run[i - 1]?.end === word.start))
      const characters = isRun ? [...run.map(({ surface }) => surface).join('')] : []
      if (characters.length < 2 || characters.length > LONGEST_TRANSLITERATION) continue
      if (!latin.some((name) => sounds.transliterates(characters, name))) continue
      for (const word of run) found.add(word)
      at = end - 1
      break
    }
  }
  return found
}
