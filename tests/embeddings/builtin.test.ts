import { Embeddings } from '@langchain/core/embeddings'
import { describe, expect, it } from 'vitest'
import { BUILTIN_DIMENSIONS, BuiltinEmbeddings, builtinFingerprint } from '../../src/embeddings/builtin.ts'
import { BilingualDictionary } from '../../src/text/dictionary/bilingual-dictionary.ts'
import { compileDictionary } from '../../src/text/dictionary/compile-dictionary.ts'
import { describeEmbeddings } from '../contracts/embeddings.ts'
import { SMALL_CEDICT, smallDictionary } from '../support/corpora/small-corpus.ts'

describeEmbeddings('BuiltinEmbeddings', () => new BuiltinEmbeddings(smallDictionary()))

describe('BuiltinEmbeddings', () => {
  const embeddings = new BuiltinEmbeddings(smallDictionary())

  async function cosine(one: string, other: string): Promise<number> {
    const [a = [], b = []] = await embeddings.embedDocuments([one, other])
    return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
  }

  it.each([
    ['the scripts', '收購公司', '收购公司'],
    ['the words of Taiwan and the mainland', '伺服器', '服务器'],
    ['widths and cases', 'ＤＯＣＫＥＲ', 'docker'],
    ['the inflections of a word', 'acquired containers', 'acquires container'],
    ['marks', 'Docker、LXC。', 'docker lxc'],
  ])('sees no difference between %s', async (_, one, other) => {
    expect(await cosine(one, other)).toBeCloseTo(1, 5)
  })

  it.each([
    ['收购', '购买', '灯塔'],
    ['收購', 'purchase', 'lighthouse'],
    ['lighthouse', '燈塔', '鐵路'],
    ['铁路', '铁道', '茶叶'],
  ])('puts %s nearer to %s than to %s', async (word, near, far) => {
    expect(await cosine(word, near)).toBeGreaterThan((await cosine(word, far)) + 0.2)
  })

  it('gives a text without terms zeros', async () => {
    for (const text of ['', '?!', '🚀', 'what is the'])
      expect(await embeddings.embedQuery(text)).toEqual(Array(BUILTIN_DIMENSIONS).fill(0))
  })

  it('does not depend on the order of words', async () => {
    expect(await cosine('Docker LXC 2014', '2014 LXC Docker')).toBeCloseTo(1, 5)
  })

  it('is a LangChain class', () => {
    expect(embeddings).toBeInstanceOf(Embeddings)
  })

  it('has another fingerprint with another dictionary', () => {
    const other = new BuiltinEmbeddings(new BilingualDictionary(compileDictionary(SMALL_CEDICT, 'small/2')))
    expect(other.fingerprint).not.toBe(embeddings.fingerprint)
    expect(embeddings.fingerprint).toBe(builtinFingerprint('small/1'))
  })
})
