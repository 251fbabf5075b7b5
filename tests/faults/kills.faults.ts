import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { randomOf } from '../../scripts/bench/scale-corpus.ts'
import { IndexFolder } from '../../src/storage/index/index-folder.ts'
import { readCurrentGeneration } from '../../src/storage/index/read-generation.ts'
import { startServer } from '../support/servers/start-server.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'
import { bundleIndexCommand, runIndexCommand, startIndexCommand } from './support/bundled-command.ts'
import { askVersion, Load } from './support/load.ts'
import { repeat } from './support/time-budget.ts'
import { VersionedArticle } from './support/versioned-article.ts'

const KILLS = 200
const SEED = 20_261_122

const temporaryDirectory = useTemporaryDirectories()

it(`serves and stays loadable while ${KILLS} builds are killed`, async () => {
  await bundleIndexCommand()
  const article = new VersionedArticle(await temporaryDirectory())
  const { corpusDirectory, indexDirectory } = article
  await article.edit()
  await runIndexCommand(article)
  const started = performance.now()
  await article.edit()
  await runIndexCommand(article)
  const buildMs = performance.now() - started

  const server = await startServer({ CORPUS_DIR: corpusDirectory, INDEX_DIR: indexDirectory })
  const wasWritten = (version: number) => version >= 1 && version <= article.version
  const load = new Load(server.origin, 2, () => article.version, wasWritten)
  const random = randomOf(SEED)
  const folder = new IndexFolder(indexDirectory)
  const generations = new Set<string>()
  let kills = 0
  try {
    kills = await repeat(KILLS, async () => {
      await article.edit()
      const build = startIndexCommand(article)
      const exited = once(build, 'exit')
      const timer = setTimeout(() => build.kill('SIGKILL'), random() * buildMs * 2)
      await exited
      clearTimeout(timer)
      const { manifest } = await readCurrentGeneration(folder)
      generations.add(manifest.generation)
    })
  } finally {
    await load.stop()
  }
  expect(load.failures).toEqual([])
  expect(load.answers).toBeGreaterThan(kills)

  await runIndexCommand(article)
  await expect.poll(() => askVersion(server.origin), { timeout: 10_000 }).toBe(article.version)
  expect(await readdir(join(indexDirectory, 'generations'))).toHaveLength(2)
  await server.stop()
  process.stdout.write(
    `${kills} of ${KILLS} builds were started to be killed, ${generations.size} came through; ${load.answers} answers, none failed\n`,
  )
})
