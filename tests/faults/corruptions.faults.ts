import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Random, randomOf } from '../../scripts/bench/scale-corpus.ts'
import { IndexError } from '../../src/errors.ts'
import { type OpenIndex, openIndex } from '../../src/index/open.ts'
import { ensureIndex } from '../../src/indexing/ensure-index.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { IndexFixture } from '../support/corpora/index-fixture.ts'
import { CountingEmbeddings } from '../support/corpora/index-recipe.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'
import { repeat } from './support/time-budget.ts'

const CORRUPTIONS = 1000
const SEED = 20_261_122

const temporaryDirectory = useTemporaryDirectories()

/** What an index answers from: every passage and its vector, and what a search finds. */
async function contentOf({ passages, vectors, search, lexicalIndex }: OpenIndex) {
  const query = await new CountingEmbeddings().embedQuery('Docker')
  return {
    passages: Array.from({ length: passages.count }, (_, row) => passages.at(row)),
    vectors: Array.from({ length: vectors.count }, (_, row) => vectors.at(row)),
    found: search.search(query, 5),
    lexicalIndex: { ...lexicalIndex },
  }
}

/** Does something to a file that files suffer: never nothing. */
async function corrupt(path: string, random: Random): Promise<string> {
  const content = await readFile(path)
  const at = Math.floor(random() * content.length)
  const byte = content[at] ?? 0
  switch (Math.floor(random() * 6)) {
    case 0:
      await rm(path)
      return 'removed'
    case 1:
      await truncate(path, at)
      return `cut off at ${at}`
    case 2:
      await writeFile(path, Buffer.concat([content, Buffer.from([byte])]))
      return 'lengthened'
    case 3:
      await writeFile(path, Buffer.concat([content.subarray(0, at), content.subarray(at + 1)]))
      return `a byte lost at ${at}`
    default:
      content[at] = byte ^ (1 << Math.floor(random() * 8))
      await writeFile(path, content)
      return `a bit flipped at ${at}`
  }
}

it(`notices and repairs ${CORRUPTIONS} corruptions of any file of the index`, async () => {
  const fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', ...Array.from({ length: 40 }, (_, at) => `Docker ${'容器'.repeat(at)} ${at}。`))
  const options = { ...fixture.options(), vectorIndex: { sketchesFrom: 30 } }
  const folder = new IndexFolder(fixture.indexDirectory)
  const whole = await contentOf((await ensureIndex(options)).index)
  const random = randomOf(SEED)
  const damaged = new Map<string, number>()

  const times = await repeat(CORRUPTIONS, async () => {
    const generation = folder.generationPath((await folder.pointer())?.folder ?? '')
    const files = [folder.pointerPath, ...(await readdir(generation)).map((name) => join(generation, name))]
    const path = files[Math.floor(random() * files.length)] ?? ''
    const what = `${path.slice(fixture.indexDirectory.length)}: ${await corrupt(path, random)}`
    const { index, report } = await ensureIndex(options)
    expect(report.outcome, what).toBe('built')
    expect(['damaged', 'missing'], what).toContain(report.reason?.fault)
    expect(await contentOf(index), what).toEqual(whole)
    const name = path.slice(path.lastIndexOf('/') + 1)
    damaged.set(name, (damaged.get(name) ?? 0) + 1)
  })
  const list = [...damaged].map(([name, times]) => `${name} ${times}`).join(', ')
  process.stdout.write(`${times} of ${CORRUPTIONS} corruptions, each noticed and repaired: ${list}\n`)
})

it(`opens or refuses ${CORRUPTIONS} corrupted index files without a sum, as a Worker would`, async () => {
  const fixture = new IndexFixture(await temporaryDirectory())
  await fixture.write('a.md', ...Array.from({ length: 40 }, (_, at) => `Docker ${'容器'.repeat(at)} ${at}。`))
  const { folder } = await ensureIndex(fixture.options())
  const bytes = await readFile(
    join(new IndexFolder(fixture.indexDirectory).generationPath(folder), 'portable.bin'),
  )
  const random = randomOf(SEED)
  for (let number = 0; number < CORRUPTIONS; number++) {
    const copy = Uint8Array.from(bytes)
    const at = Math.floor(random() * copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    try {
      openIndex(random() < 0.3 ? copy.subarray(0, at) : copy)
    } catch (error) {
      expect(error).toBeInstanceOf(IndexError)
    }
  }
})
