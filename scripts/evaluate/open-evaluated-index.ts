import type { Corpus } from '../../src/corpus/corpus.ts'
import { buildIndex } from '../../src/index/build/build.ts'
import type { CorpusContent } from '../../src/index/build/recipe.ts'
import { encodeContainer } from '../../src/index/format/container.ts'
import { type OpenIndex, openIndex, toSections } from '../../src/index/open.ts'
import { ensureIndex } from '../../src/indexing/ensure-index.ts'
import { builtinRecipe } from '../../src/indexing/recipes/builtin-recipe.ts'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'

/** Changes what an index is made from. */
export type Revision = (content: CorpusContent) => CorpusContent

export interface EvaluatedIndex {
  readonly corpusDirectory: string
  /** Where the index is kept; without it the index is built in memory. */
  readonly indexDirectory?: string | undefined
  /** The index is made from the revised corpus, and never kept lest it be served. */
  readonly revise?: Revision | undefined
  readonly onNotice?: ((notice: string) => void) | undefined
}

export const withoutWrittenQuestions: Revision = ({ articles }) => ({
  articles,
  writtenQuestions: [],
  unanswered: [],
})

/** Opens the index of a corpus, built first where it has to be. */
export async function openEvaluatedIndex({
  corpusDirectory,
  indexDirectory,
  revise,
  onNotice,
}: EvaluatedIndex): Promise<OpenIndex> {
  if (indexDirectory !== undefined && revise === undefined) {
    return (await ensureIndex({ corpusDirectory, indexDirectory, recipe: builtinRecipe, onNotice })).index
  }
  const corpus = await readCorpusFolder(corpusDirectory)
  return await indexInMemory(revise === undefined ? corpus : { ...corpus, ...revise(corpus) })
}

/** @param previous an index whose dictionary and vectors can be used again */
export async function indexInMemory(corpus: Corpus, previous?: OpenIndex): Promise<OpenIndex> {
  const { parts } = await buildIndex(corpus, builtinRecipe, { previous })
  return openIndex(encodeContainer(toSections(parts)))
}
