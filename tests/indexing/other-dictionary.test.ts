import { beforeEach, describe, expect, it } from 'vitest'
import { toPassages } from '../../src/index/build/passages.ts'
import type { IndexRecipe } from '../../src/index/build/recipe.ts'
import { createHeader, incompatibility } from '../../src/index/format/manifest.ts'
import { buildLexicalIndex } from '../../src/index/lexical/build-lexical-index.ts'
import { decodeLexicalIndex, encodeLexicalIndex } from '../../src/index/lexical/lexical-index.ts'
import { checkIndex } from '../../src/indexing/check-index.ts'
import { dictionaryVersion } from '../../src/indexing/dictionary-version.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import { builtinRecipe } from '../../src/indexing/recipes/builtin-recipe.ts'
import { recipeWithEmbeddings } from '../../src/indexing/recipes/recipe-with-embeddings.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { readCurrentGeneration } from '../../src/storage/index/read-generation.ts'
import { ANY_CLAIM } from '../support/chat/any-claim.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { CountingEmbeddings } from '../support/corpora/index-recipe.ts'
import { smallDictionary } from '../support/corpora/small-corpus.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const embeddings = new CountingEmbeddings('remote/1 m')
const remoteRecipe = recipeWithEmbeddings(embeddings.fingerprint, () => embeddings)

/** The recipe as it would be with other CC-CEDICT data. */
function withOtherData(recipe: IndexRecipe): IndexRecipe {
  const dictionary = smallDictionary()
  return {
    embedder: recipe.embedder,
    analysis: recipe.analysis.replace(dictionaryVersion(), dictionary.data.version),
    prepare: async () => ({
      embeddings,
      claims: ANY_CLAIM,
      toPassages,
      toLexicalIndex: (passages, corpus) =>
        encodeLexicalIndex(buildLexicalIndex(passages, corpus, dictionary)),
    }),
  }
}

describe('an index whose lexicalIndex was made from other dictionary data', () => {
  const temporaryDirectory = useTemporaryDirectories()
  let fixture: IndexFixture

  beforeEach(async () => {
    fixture = new IndexFixture(await temporaryDirectory())
    await fixture.write('cloud.md', 'Docker 在 2013 年開放了原始碼。', 'Solomon Hykes 創辦了 dotCloud。')
    embeddings.texts.length = 0
  })

  it.each([
    ['the built-in embeddings', builtinRecipe],
    ['a server', remoteRecipe],
  ])('is told from this one where the vectors are those of %s', (_, recipe) => {
    const counts = { articles: 1, paragraphs: 1, passages: 1 }
    expect(incompatibility(createHeader(recipe, 'corpus', counts), recipe)).toBeUndefined()
    const fault = incompatibility(createHeader(withOtherData(recipe), 'corpus', counts), recipe)
    expect(fault?.fault).toBe('incompatible')
    expect(fault?.message).toContain(dictionaryVersion())
  })

  it('is built again, with the vectors that a server has made', async () => {
    await rebuildIndex(fixture.options(withOtherData(remoteRecipe)))
    expect(embeddings.texts).toHaveLength(2)

    const options = fixture.options(remoteRecipe)
    expect(await checkIndex(options)).toMatchObject({ fault: 'incompatible' })
    const report = await rebuildIndex(options)
    expect(report).toMatchObject({ outcome: 'built', reason: { fault: 'incompatible' }, embedded: 0 })
    expect(embeddings.texts).toHaveLength(2)
    expect(await checkIndex(options)).toBeUndefined()
    const { index } = await readCurrentGeneration(new IndexFolder(fixture.indexDirectory))
    expect(decodeLexicalIndex(index.lexicalIndex).dictionary.data.version).toBe(dictionaryVersion())
  })
})
