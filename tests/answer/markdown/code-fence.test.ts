import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFence } from '../../../src/answer/markdown/code-fence.ts'
import { readMarkdown } from '../../support/read-markdown.ts'

describe('codeFence', () => {
  it('names the language', () => {
    expect(codeFence('npm start', 'sh')).toBe('```sh\nnpm start\n```')
    expect(codeFence('x')).toBe('```\nx\n```')
    expect(codeFence('x', 'ts {1,3} `')).toBe('```ts\nx\n```')
  })

  it('is read as the same code, whatever that holds', () => {
    const piece = fc.constantFrom('```', '````', '`', '~~~', '\n', '  ', 'code', '</pre>', '[1]', '\t')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const value = pieces.join('')
        const tree = readMarkdown(`${codeFence(value, 'md')}\n\n[1]`)
        expect(tree.children).toHaveLength(2)
        expect(tree.children[0]).toMatchObject({ type: 'code', lang: 'md', value })
      }),
    )
  })
})
