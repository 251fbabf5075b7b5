import { expect, it } from 'vitest'
import { startServer } from '../support/servers/start-server.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'
import { bundleIndexCommand, runIndexCommand } from './support/bundled-command.ts'
import { askVersion, Load } from './support/load.ts'
import { repeat } from './support/time-budget.ts'
import { VersionedArticle } from './support/versioned-article.ts'

const EDITS = 100
const CLIENTS = 4

const temporaryDirectory = useTemporaryDirectories()

it(`shows each of ${EDITS} edits while ${CLIENTS} clients ask`, async () => {
  await bundleIndexCommand()
  const article = new VersionedArticle(await temporaryDirectory())
  const { corpusDirectory, indexDirectory } = article
  await article.edit()
  const server = await startServer({ CORPUS_DIR: corpusDirectory, INDEX_DIR: indexDirectory })

  // Between two edits only the one before and the one after may be seen, never anything older.
  const isOldOrNew = (version: number, asked: number) => version >= asked - 1 && version <= article.version
  const load = new Load(server.origin, CLIENTS, () => article.version, isOldOrNew)
  const delays: number[] = []
  try {
    await repeat(EDITS, async () => {
      await article.edit()
      await runIndexCommand(article)
      const built = performance.now()
      while ((await askVersion(server.origin)) !== article.version) {
        expect(performance.now() - built).toBeLessThan(30_000)
      }
      delays.push(performance.now() - built)
    })
  } finally {
    await load.stop()
  }
  expect(load.failures).toEqual([])
  await server.stop()
  delays.sort((left, right) => left - right)
  const milliseconds = (share: number) => Math.round(delays[Math.ceil(share * delays.length) - 1] ?? 0)
  process.stdout.write(
    `${delays.length} of ${EDITS} edits, ${load.answers} answers, none failed; an edit shows ${milliseconds(0.5)} ms (median), ` +
      `${milliseconds(0.99)} ms (p99) after its build\n`,
  )
})
