import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { IndexRecipe } from '../../../src/index/build/recipe.ts'
import type { RebuildOptions } from '../../../src/indexing/rebuild-options.ts'
import { recipeWith } from './index-recipe.ts'

/** A corpus folder and an index folder below a directory. */
export class IndexFixture {
  readonly corpusDirectory: string
  readonly indexDirectory: string
  /** What the last builds told people. */
  readonly notices: string[] = []

  constructor(directory: string) {
    this.corpusDirectory = join(directory, 'corpus')
    this.indexDirectory = join(directory, 'index')
  }

  /** An article with one paragraph a text. */
  async write(name: string, ...paragraphs: string[]): Promise<void> {
    const path = join(this.corpusDirectory, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `# ${name}\n\n${paragraphs.join('\n\n')}\n`)
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.corpusDirectory, name))
  }

  options(recipe: IndexRecipe = recipeWith()): RebuildOptions {
    const { corpusDirectory, indexDirectory, notices } = this
    return { corpusDirectory, indexDirectory, recipe, onNotice: (notice) => notices.push(notice) }
  }
}
