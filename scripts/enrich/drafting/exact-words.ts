/** Marks that people and models put for one another around the same words. */
const QUOTATION_MARK = /["'“”‘’„‟«»‹›「」『』﹁﹂﹃﹄〝〞`´]/u
/** White space and what cannot be seen. */
const INVISIBLE = /[\s\p{Cf}]/u

/**
 * The words of a text that a quotation means: itself where it is verbatim, otherwise the words that differ from it only
 * in white space, in the width of characters or in the kind of quotation marks. Nothing where no words do, or where
 * different ones do.
 */
export function findExactWords(quotation: string, text: string): string | undefined {
  const trimmed = quotation.trim()
  if (trimmed === '') return undefined
  if (text.includes(trimmed)) return trimmed
  return findNearWords(trimmed, text) ?? findNearWords(withoutOuterMarks(trimmed), text)
}

function findNearWords(quotation: string, text: string): string | undefined {
  const wanted = fold(quotation).folded
  if (wanted === '') return undefined
  const { folded, starts, ends } = fold(text)
  const found = new Set<string>()
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1
    // A match that begins or ends inside a character (a "1" inside "⑽") is none.
    if (starts[at] === starts[at - 1] || ends[last] === ends[last + 1]) continue
    found.add(text.slice(starts[at], ends[last]))
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** A model may put a quotation between marks of its own. */
function withoutOuterMarks(quotation: string): string {
  const characters = [...quotation]
  const [first = '', last = ''] = [characters.at(0), characters.at(-1)]
  const marked = characters.length > 2 && QUOTATION_MARK.test(first) && QUOTATION_MARK.test(last)
  return marked ? characters.slice(1, -1).join('') : ''
}

/** A text in the form in which near misses are the same, and where in it each code unit of that form comes from. */
function fold(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of text) {
    const end = offset + character.length
    if (!INVISIBLE.test(character)) {
      const form = QUOTATION_MARK.test(character) ? '"' : character.normalize('NFKC')
      for (const unit of form.split('')) {
        folded += unit
        starts.push(offset)
        ends.push(end)
      }
    }
    offset = end
  }
  return { folded, starts, ends }
}
