/** The words of a text alone, whatever the width of its letters and marks and wherever its lines are broken. */
export function normalisedWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}
