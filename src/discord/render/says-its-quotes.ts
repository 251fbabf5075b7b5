import type { Answer } from '../../domain.ts'

/** Whether an answer is made of its quotes and nothing else, so that showing both would say everything twice. */
export function saysItsQuotes({ answer, citations }: Answer): boolean {
  if (citations.length === 0) return false
  const said = lettersOf(answer.replace(/^\s*(?:```|~~~)[^\n]*$/gm, '').replace(/\[\d+\]/g, ''))
  let rest = said
  for (const { quote } of citations) {
    const words = lettersOf(quote)
    // A quote may stand in the answer again; what is left over in the end is what the answer adds.
    if (!rest.includes(words) && !said.includes(words)) return false
    rest = rest.replace(words, '')
  }
  return rest === ''
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
