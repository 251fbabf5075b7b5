import { describe, expect, it } from 'vitest'
import { nameTest } from '../../../src/retrieval/lexical/analyse-question.ts'
import type { Words } from '../../../src/retrieval/lexical/expand-term.ts'

/** How rare some English words are as explanations; what is missing explains nothing. */
const RARITIES: Readonly<Record<string, number>> = { year: 5.4, found: 6.7, swift: 8.3, rocket: 8.5 }

function words(isMostlyHan: boolean, held: readonly string[]): Words {
  return {
    dictionary: {
      explains: (stem: string) => stem in RARITIES,
      rarity: (stem: string) => RARITIES[stem] ?? 12,
    },
    termDictionary: {
      isMostlyHan: () => isMostlyHan,
      find: (stem: string) => (held.includes(stem) ? 0 : undefined),
    },
  } as unknown as Words
}

describe('nameTest', () => {
  it('takes a word that explains nothing for a name, in any corpus', () => {
    for (const isMostlyHan of [true, false]) expect(nameTest(words(isMostlyHan, []))('kubernetes')).toBe(true)
  })

  it('takes a rarer English word that stands in a Chinese corpus for one', () => {
    const isName = nameTest(words(true, ['swift', 'rocket', 'year']))
    expect(['swift', 'rocket'].map(isName)).toEqual([true, true])
    expect(nameTest(words(true, []))('swift')).toBe(false)
    expect(nameTest(words(false, ['swift']))('swift')).toBe(false)
  })

  it('does not take an ordinary English word for one, even where a question written ahead holds it', () => {
    const isName = nameTest(words(true, ['year', 'found']))
    expect(['year', 'found'].map(isName)).toEqual([false, false])
  })
})
