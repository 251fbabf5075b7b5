import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenIndex } from '../../src/index/open.ts'
import { checkIndex } from '../../src/indexing/check-index.ts'
import { ensureIndex } from '../../src/indexing/ensure-index.ts'
import { rebuildIndex } from '../../src/indexing/rebuild-index.ts'
import { rollbackIndex } from '../../src/indexing/rollback-index.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { withLock } from '../../src/storage/index/index-lock.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { CountingEmbeddings, recipeWith } from '../support/corpora/index-recipe.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let fixture: IndexFixture

beforeEach(async () => {
  fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('cloud.md', 'Docker 誕生於 dotCloud。', 'AWS 發布了 Lambda。')
})

function textsOf({ library }: OpenIndex): string[] {
  return Array.from({ length: library.paragraphCount }, (_, row) => library.paragraphAt(row).text)
}

describe('rebuildIndex', () => {
  it('builds what is missing, says why, and does nothing the second time', async () => {
    const first = await rebuildIndex(fixture.options())
    expect(first).toMatchObject({ outcome: 'built', changes: { added: 2, kept: 0 }, embedded: 2 })
    expect(first.reason?.fault).toBe('missing')
    const before = await readFile(join(fixture.indexDirectory, 'current'), 'utf8')
    const second = await rebuildIndex(fixture.options())
    expect(second).toMatchObject({ outcome: 'unchanged', changes: { kept: 2 }, embedded: 0 })
    expect(second.generation).toBe(first.generation)
    expect(await readFile(join(fixture.indexDirectory, 'current'), 'utf8')).toBe(before)
  })

  it('embeds only what an edit changed', async () => {
    await rebuildIndex(fixture.options())
    await fixture.write('cloud.md', 'Docker 誕生於 dotCloud。', 'AWS 於 2014 年發布了 Lambda。', '新的。')
    const embeddings = new CountingEmbeddings()
    const report = await rebuildIndex(fixture.options(recipeWith(embeddings)))
    expect(report).toMatchObject({ outcome: 'built', changes: { changed: 1, added: 1, removed: 0, kept: 1 } })
    expect(report.reason?.fault).toBe('stale')
    expect(embeddings.texts).toHaveLength(2)
  })

  it('takes over the articles whose files did not change, and comes to the same', async () => {
    await fixture.write('other.md', 'Xen 與 KVM。', '- 一\n- 二')
    await rebuildIndex(fixture.options())
    await fixture.write('cloud.md', '只有這一段。')
    await rebuildIndex(fixture.options())
    // Reads every file anew: what was taken over must not make another corpus.
    expect(await checkIndex(fixture.options())).toBeUndefined()
    const { index } = await ensureIndex(fixture.options())
    expect(textsOf(index)).toEqual(['只有這一段。', 'Xen 與 KVM。', ...textsOf(index).slice(2)])
    await rebuildIndex({ ...fixture.options(), full: true })
    expect((await ensureIndex(fixture.options())).index.library.articleAt(1)).toEqual(
      index.library.articleAt(1),
    )
  })

  it('embeds everything anew when it is told to', async () => {
    await rebuildIndex(fixture.options())
    const report = await rebuildIndex({ ...fixture.options(), full: true })
    expect(report).toMatchObject({ outcome: 'built', changes: { kept: 2 }, embedded: 2 })
  })

  it('only says what it would do in a dry run', async () => {
    const report = await rebuildIndex({ ...fixture.options(), dryRun: true })
    expect(report).toMatchObject({ outcome: 'would build', changes: { added: 2 } })
    await expect(stat(fixture.indexDirectory)).rejects.toThrow('ENOENT')
  })

  it('keeps the generation before and no other, nor what a killed build left', async () => {
    const folder = new IndexFolder(fixture.indexDirectory)
    for (const text of ['一。', '二。', '三。', '四。']) {
      await folder.createDraft()
      await fixture.write('cloud.md', text)
      await rebuildIndex(fixture.options())
    }
    expect(await readdir(join(fixture.indexDirectory, 'generations'))).toHaveLength(2)
    expect((await folder.generations()).map((name) => name.slice(0, 6))).toEqual(['000003', '000004'])
  })

  it('removes nothing that somebody else has put beside the generations', async () => {
    await rebuildIndex(fixture.options())
    const generations = join(fixture.indexDirectory, 'generations')
    const others = ['family-photos', '000001-thesis', '2026-01-01-backup', 'notes.txt']
    for (const name of others) await mkdir(join(generations, name))
    for (const text of ['一。', '二。', '三。']) {
      await fixture.write('cloud.md', text)
      await rebuildIndex(fixture.options())
    }
    expect(await readdir(generations)).toEqual(expect.arrayContaining(others))
    expect(await readdir(generations)).toHaveLength(others.length + 2)
  })

  it('waits for another build and then finds its work done', async () => {
    const embeddings = new CountingEmbeddings()
    const recipe = recipeWith(embeddings)
    const reports = await Promise.all([1, 2, 3].map(() => rebuildIndex(fixture.options(recipe))))
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['built', 'unchanged', 'unchanged'])
    expect(embeddings.texts).toHaveLength(2)
    expect(fixture.notices.some((notice) => notice.startsWith('Waiting for process'))).toBe(true)
  })

  it('fails where another build holds the lock and it must not wait', async () => {
    await withLock(new IndexFolder(fixture.indexDirectory).lockPath, { wait: false }, async () => {
      const building = rebuildIndex({ ...fixture.options(), wait: false })
      await expect(building).rejects.toMatchObject({ fault: 'locked' })
    })
  })

  it('leaves what is served as it is when a build fails', async () => {
    await rebuildIndex(fixture.options())
    const before = await readFile(join(fixture.indexDirectory, 'current'), 'utf8')
    await fixture.write('cloud.md', '另一段。')
    class Failing extends CountingEmbeddings {
      override embedDocuments = () => Promise.reject(new Error('no network'))
    }
    await expect(rebuildIndex(fixture.options(recipeWith(new Failing())))).rejects.toThrow('no network')
    expect(await readFile(join(fixture.indexDirectory, 'current'), 'utf8')).toBe(before)
    const controller = new AbortController()
    controller.abort(new Error('stopped'))
    const stopped = rebuildIndex({ ...fixture.options(), signal: controller.signal })
    await expect(stopped).rejects.toThrow('stopped')
    expect(await readdir(join(fixture.indexDirectory, 'generations'))).toHaveLength(1)
  })

  it('says when the index cannot be written', async () => {
    await writeFile(fixture.indexDirectory, 'a file where the folder should be')
    await expect(rebuildIndex(fixture.options())).rejects.toMatchObject({ component: 'index' })
    await expect(rebuildIndex(fixture.options())).rejects.toThrow(fixture.indexDirectory)
  })

  it('tells which files of the corpus it left out, or fails over them', async () => {
    await writeFile(
      join(fixture.corpusDirectory, 'junk.md'),
      Uint8Array.from({ length: 64 }, (_, at) => at % 7),
    )
    expect((await rebuildIndex(fixture.options())).problems).toMatchObject([{ source: 'junk.md' }])
    await expect(rebuildIndex({ ...fixture.options(), strict: true })).rejects.toThrow('junk.md')
  })
})

describe('ensureIndex', () => {
  it('opens what the corpus says', async () => {
    const { index, report } = await ensureIndex(fixture.options())
    expect(report.outcome).toBe('built')
    expect(textsOf(index)).toEqual(['Docker 誕生於 dotCloud。', 'AWS 發布了 Lambda。'])
    expect(fixture.notices).toEqual([`There is no index in ${fixture.indexDirectory} yet`])
  })

  it('never serves what the corpus does not say any more', async () => {
    await ensureIndex(fixture.options())
    await fixture.write('cloud.md', '只有這一段。')
    const { index } = await ensureIndex(fixture.options())
    expect(textsOf(index)).toEqual(['只有這一段。'])
    expect(fixture.notices).toContain('The corpus has changed since the index was built')
  })

  it('never serves what another recipe made', async () => {
    await ensureIndex(fixture.options())
    for (const recipe of [
      recipeWith(new CountingEmbeddings('other')),
      recipeWith(new CountingEmbeddings(), '2'),
    ]) {
      const { report } = await ensureIndex(fixture.options(recipe))
      expect(report.reason?.fault).toBe('incompatible')
      expect(report.outcome).toBe('built')
    }
  })

  it('notices any file that is missing, cut off, longer or changed, and repairs it', async () => {
    const { index: whole } = await ensureIndex(fixture.options())
    const damages: Record<string, (path: string, content: Buffer) => Promise<void>> = {
      missing: (path) => rm(path),
      'cut off': (path, content) => writeFile(path, content.subarray(0, -1)),
      longer: (path, content) => writeFile(path, Buffer.concat([content, Buffer.from(' ')])),
      changed: (path, content) =>
        writeFile(
          path,
          content.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
        ),
      empty: (path) => writeFile(path, ''),
    }
    for (const name of ['current', 'manifest.json', 'portable.bin']) {
      for (const [damage, inflict] of Object.entries(damages)) {
        const folder = new IndexFolder(fixture.indexDirectory)
        const served = (await folder.pointer())?.folder ?? ''
        const path = name === 'current' ? folder.pointerPath : join(folder.generationPath(served), name)
        await inflict(path, await readFile(path))
        const { index, report } = await ensureIndex(fixture.options())
        expect(report.outcome, `${name} ${damage}`).toBe('built')
        expect(textsOf(index)).toEqual(textsOf(whole))
      }
    }
  })

  it('serves an index that is up to date from a folder that it may not write to', async () => {
    await ensureIndex(fixture.options())
    await withLock(new IndexFolder(fixture.indexDirectory).lockPath, { wait: false }, async () => {
      expect((await ensureIndex({ ...fixture.options(), wait: false })).report.outcome).toBe('unchanged')
    })
  })

  it('fails clearly where there is nothing to build from', async () => {
    await fixture.remove('cloud.md')
    await expect(ensureIndex(fixture.options())).rejects.toThrow('no paragraph')
    await rm(fixture.corpusDirectory, { recursive: true })
    await expect(ensureIndex(fixture.options())).rejects.toThrow(fixture.corpusDirectory)
  })
})

describe('rollbackIndex', () => {
  it('serves the generation before, also after a restart, until the next build', async () => {
    const first = await rebuildIndex(fixture.options())
    await fixture.write('cloud.md', '改壞了。')
    await rebuildIndex(fixture.options())
    expect(await rollbackIndex(fixture.indexDirectory, recipeWith())).toBe(first.generation)

    const { index } = await ensureIndex(fixture.options())
    expect(textsOf(index)).toContain('AWS 發布了 Lambda。')
    expect(fixture.notices.at(-1)).toContain('rolled back')

    expect((await rebuildIndex({ ...fixture.options(), unpin: true })).outcome).toBe('built')
    expect(textsOf((await ensureIndex(fixture.options())).index)).toEqual(['改壞了。'])
    expect(await rollbackIndex(fixture.indexDirectory, recipeWith())).toBe(first.generation)
  })

  it('does not go back to what another recipe made', async () => {
    await rebuildIndex(fixture.options(recipeWith(new CountingEmbeddings('other'))))
    await rebuildIndex(fixture.options())
    const back = rollbackIndex(fixture.indexDirectory, recipeWith())
    await expect(back).rejects.toMatchObject({ fault: 'incompatible' })
    expect((await rebuildIndex(fixture.options())).outcome).toBe('unchanged')
  })

  it('says when there is nothing to go back to', async () => {
    await expect(rollbackIndex(fixture.indexDirectory, recipeWith())).rejects.toMatchObject({
      fault: 'missing',
    })
    await rebuildIndex(fixture.options())
    await expect(rollbackIndex(fixture.indexDirectory, recipeWith())).rejects.toMatchObject({
      fault: 'missing',
    })
  })
})
