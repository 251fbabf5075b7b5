import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { ExactSearch } from '../../../src/index/vectors/exact-search.ts'
import { GraphSearch } from '../../../src/index/vectors/graph/graph-search.ts'
import { SketchSearch } from '../../../src/index/vectors/sketches/sketch-search.ts'
import type { Vectors } from '../../../src/index/vectors/vectors.ts'
import {
  type EarlierVectorIndex,
  readVectorIndex,
  type VectorIndexBounds,
  writeVectorIndex,
} from '../../../src/storage/index/vector-index.ts'
import { describeVectorSearch, type SearchBuilder } from '../../contracts/vector-search.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()

const NEVER = Number.POSITIVE_INFINITY

const SEARCHES = [
  {
    name: 'comparing with every vector',
    type: ExactSearch,
    bounds: { graphFrom: NEVER, sketchesFrom: NEVER },
  },
  { name: 'sketches', type: SketchSearch, bounds: { graphFrom: NEVER, sketchesFrom: 0 } },
  { name: 'a graph', type: GraphSearch, bounds: { graphFrom: 0, sketchesFrom: NEVER } },
]

/** Writes each build into a folder of its own and opens it, as generations of an index are. */
async function builderOf(
  bounds: Partial<VectorIndexBounds>,
  type: new (...args: never[]) => object,
): Promise<SearchBuilder> {
  const directory = await temporaryDirectory()
  let builds = 0
  let last: Omit<EarlierVectorIndex, 'rowsBefore'> | undefined
  return {
    async build(vectors: Vectors, rowsBefore?: Int32Array) {
      const folder = join(directory, String(builds++))
      await mkdir(folder)
      const earlier = last && rowsBefore && { ...last, rowsBefore }
      const files = await writeVectorIndex(folder, vectors, { earlier, bounds })
      const opened = await readVectorIndex(folder, { files }, vectors)
      expect(opened.search).toBeInstanceOf(type)
      expect(opened.graphFault).toBeUndefined()
      last = { ...opened, folder }
      return opened.search
    },
  }
}

for (const { name, type, bounds } of SEARCHES) describeVectorSearch(name, () => builderOf(bounds, type))
