import { describe, expect, it } from 'vitest'
import { Spelling } from '../../../src/conversation/wording/spelling.ts'
import { decodeLexicalIndex, encodeLexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { openSmallIndex } from '../../support/corpora/small-corpus-index.ts'

describe('Spelling', () => {
  it.each([
    ['thx', 'thanks'],
    ['heyyyy', 'hey'],
    ['helo', 'hello'],
    ['thaaanks', 'thanks'],
    ['tahnks', 'thanks'],
    ['hellp', 'hello'],
    ['thxxxx', 'thanks'],
    ['thanks', 'thanks'],
  ])('takes %s for %s', async (written, meant) => {
    const { index } = await openSmallIndex()
    expect(new Spelling(['hello', 'hey', 'thanks'], index.lexicalIndex).spell(written)).toBe(meant)
  })

  it('leaves words alone that the corpus holds', async () => {
    const { index } = await openSmallIndex()
    const { spell } = new Spelling(
      ['twining', 'thanks'],
      decodeLexicalIndex(encodeLexicalIndex(index.lexicalIndex)),
    )
    expect(spell('twinings')).toBe('twinings')
    expect(spell('of')).toBe('of')
    expect(spell('x86')).toBe('x86')
  })
})
