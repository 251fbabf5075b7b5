import type { Library } from '../../src/domain/library.ts'
import { type Random, randomOf } from './scale-corpus.ts'

const COUNT = 300
/** Characters of a paragraph that a question takes up. */
const SHORTEST = 6
const LONGEST = 16
const ENDINGS = ['是什麼時候?', '是誰?', '為什麼?', '有多少?', '在哪裡?', '是什麼?']

/** Questions in the words of paragraphs drawn from all over a library; the same seed draws the same ones. */
export function questionsAbout(library: Library, seed: number): string[] {
  const random = randomOf(seed)
  return Array.from({ length: COUNT }, () => {
    const { text } = library.paragraphAt(below(library.paragraphCount, random))
    const length = SHORTEST + below(LONGEST - SHORTEST + 1, random)
    const start = below(Math.max(1, text.length - length), random)
    return `${text.slice(start, start + length).trim()}${ENDINGS[below(ENDINGS.length, random)]}`
  })
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit)
}
