import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IndexError } from '../../../src/errors.ts'
import { ensureIndex } from '../../../src/indexing/ensure-index.ts'
import { rebuildIndex } from '../../../src/indexing/rebuild-index.ts'
import { rollbackIndex } from '../../../src/indexing/rollback-index.ts'
import { IndexFolder } from '../../../src/storage/index/index-folder.ts'
import type { StoredGeneration } from '../../../src/storage/index/read-generation.ts'
import { type IndexWatch, watchIndex } from '../../../src/storage/index/watch-index.ts'
import { IndexFixture } from '../../support/corpora/index-fixture.ts'
import { CountingEmbeddings, recipeWith } from '../../support/corpora/index-recipe.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture
let watch: IndexWatch | undefined
const texts: string[] = []
const errors: unknown[] = []

beforeEach(async () => {
  texts.length = 0
  errors.length = 0
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', 'one')
})

afterEach(() => watch?.close())

async function start(): Promise<void> {
  const { folder } = await ensureIndex(fixture.options())
  watch = watchIndex({
    indexDirectory: fixture.indexDirectory,
    recipe: recipeWith(),
    served: folder,
    onIndex: ({ index: { library } }: StoredGeneration) => {
      texts.push(library.paragraphAt(0).text)
    },
    onError: (error) => errors.push(error),
  })
}

async function edit(text: string): Promise<void> {
  await fixture.write('a.md', text)
  await rebuildIndex(fixture.options())
}

describe('watchIndex', () => {
  it('hands over every new generation, and the one that was rolled back to', async () => {
    await start()
    await edit('two')
    await vi.waitFor(() => expect(texts).toEqual(['two']), { timeout: 10_000 })
    await rollbackIndex(fixture.indexDirectory, recipeWith())
    await vi.waitFor(() => expect(texts).toEqual(['two', 'one']), { timeout: 10_000 })
    expect(errors).toEqual([])
  })

  it('looks at once when it is told to, and hands over nothing twice', async () => {
    await start()
    await watch?.look()
    expect(texts).toEqual([])
    await edit('two')
    await Promise.all([watch?.look(), watch?.look()])
    expect(texts).toEqual(['two'])
  })

  it('passes over a generation that is damaged or of another recipe, and takes the next', async () => {
    await start()
    await fixture.write('a.md', 'two')
    await rebuildIndex(fixture.options(recipeWith(new CountingEmbeddings('other'))))
    await watch?.look()
    expect(errors.length).toBeGreaterThan(0)
    const folder = new IndexFolder(fixture.indexDirectory)
    await edit('three')
    await writeFile(
      join(folder.generationPath((await folder.pointer())?.folder ?? ''), 'portable.bin'),
      'junk',
    )
    await watch?.look()
    expect(errors.every((error) => error instanceof IndexError)).toBe(true)
    await rebuildIndex(fixture.options())
    await watch?.look()
    expect(new Set(texts)).toEqual(new Set(['three']))
  })

  it('tells who takes the newest generation why it cannot be had', async () => {
    await start()
    await edit('two')
    await watch?.take()
    expect(texts).toEqual(['two'])
    await writeFile(join(fixture.indexDirectory, 'current'), 'no pointer')
    await expect(watch?.take()).rejects.toThrow(IndexError)
    await watch?.look()
    expect(errors.length).toBeGreaterThan(0)
    expect(texts).toEqual(['two'])
  })

  it('hands over nothing after it was closed', async () => {
    await start()
    watch?.close()
    await edit('two')
    await watch?.look()
    expect(texts).toEqual([])
  })
})
