import type { Span } from '../../domain/span.ts'

/** Where one thing ends to be said and the next begins: marks, and English words that join sentences; Chinese ones have a comma before them. */
const BREAK =
  /[,;:.!?。，；：！？…—()（）\n]+(?=\D|$)|(?<=\D)[,;:，；：](?=\d)|(?<=[\p{L}\p{N}`)\]] )(?:and|but|while|whereas|although|though|because|since|unless|until|when|whenever|where|which|who|whose|yet)(?= )/gu

/** The clauses of a text, roughly: what is said together of one thing. No clause is empty. */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  const end = (at: number) => {
    if (text.slice(start, at).trim() !== '') clauses.push({ start, end: at })
    start = at
  }
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    // A dot inside a name or a number ends nothing.
    if (mark === '.' && /[\p{L}\p{N}]/u.test(text[index + 1] ?? '')) continue
    end(/^[\p{L}]/u.test(mark) ? index : index + mark.length)
  }
  end(text.length)
  return clauses
}
