import { ConfigurationError } from '../../errors.ts'
import { normalise } from '../normalise.ts'

/** One sense of one notion: words that say it. */
export interface Sense {
  /** Lower case; two words that mean something only together are joined by a hyphen, `turn-off`. */
  readonly english: readonly string[]
  /** Chinese words, as {@link normalise} writes them. */
  readonly chinese: readonly string[]
}

const SENSE = /^([a-z][a-z0-9]*(?:[ -][a-z][a-z0-9]*)* )\/( *\p{Script=Han}[\p{Script=Han} ]*)$/u

/**
 * Reads a thesaurus: a sense a line, `buy acquire take-over / 买 收购`. Lines that begin with `#` are comments.
 *
 * @throws ConfigurationError with the number of the first line that is none of these
 */
export function parseThesaurus(text: string): Sense[] {
  return text.split('\n').flatMap((line, at) => {
    if (line === '' || line.startsWith('#')) return []
    const [, english, chinese] = line.match(SENSE) ?? []
    if (english === undefined || chinese === undefined) {
      throw new ConfigurationError(
        'index',
        `Line ${at + 1} of the thesaurus must read «english words / 中文词»: ${line}`,
      )
    }
    return [{ english: wordsOf(english), chinese: wordsOf(chinese) }]
  })
}

function wordsOf(text: string): string[] {
  const words = text.split(' ').filter((word) => word !== '')
  return [...new Set(words.map(normalise))]
}
