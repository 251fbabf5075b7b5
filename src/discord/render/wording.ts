import type { Answer } from '../../domain/answer.ts'

/**
 * How an answer and its quotes have words in common: the answer is its quotes and nothing else, or brings them all in words of its
 * own (a summary, a list of sections), or says it otherwise. Showing both would say things twice in the first two cases.
 */
export type Wording = 'quotes' | 'around-quotes' | 'own'

export function wordingOf({ answer, citations }: Answer): Wording {
  if (citations.length === 0) return 'own'
  const said = lettersOf(answer.replace(/^\s*(?:```|~~~)[^\n]*$/gm, '').replace(/\[\d+\]/g, ''))
  let rest = said
  for (const { quote } of citations) {
    const words = lettersOf(quote)
    // A quote may stand in the answer again; what is left over in the end is what the answer adds.
    if (!said.includes(words)) return 'own'
    rest = rest.replace(words, '')
  }
  return rest === '' ? 'quotes' : 'around-quotes'
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
