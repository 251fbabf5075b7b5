import { openSnapshot } from '../../src/answer/open-snapshot.ts'
import type { IndexSnapshot } from '../../src/domain/index-snapshot.ts'
import { buildIndex } from '../../src/index/build/build.ts'
import { encodeContainer } from '../../src/index/format/container.ts'
import { openIndex, toSections } from '../../src/index/open.ts'
import { builtinRecipe } from '../../src/indexing/recipes/builtin-recipe.ts'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'

/** The corpus that Footnote comes with, indexed in memory as `npm run index` does it. */
export async function openShippedSnapshot(): Promise<IndexSnapshot> {
  const { parts } = await buildIndex(await readCorpusFolder('corpus'), builtinRecipe)
  return openSnapshot(openIndex(encodeContainer(toSections(parts))))
}
