import { copyFile, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { ConfigurationError } from '../src/errors.ts'
import { openServedIndex } from '../src/service/open-served-index.ts'
import { IndexFolder } from '../src/storage/index/index-folder.ts'
import { PORTABLE_FILE } from '../src/storage/index/read-generation.ts'

/** Where the Worker imports the index from, whatever INDEX_DIR says. */
const BUNDLED = fileURLToPath(new URL('../index/worker/index.bin', import.meta.url))

/**
 * Lays the portable form of the index where the Worker's bundle takes it from; builds the index first if it has to.
 *
 * @throws ConfigurationError for an embedder that a Worker has no room for: the client of a server is 230 KB compressed
 */
async function main(): Promise<void> {
  const configuration = readConfiguration(environment())
  if (configuration.EMBEDDINGS !== 'builtin') {
    throw new ConfigurationError(
      'configuration',
      'A Worker embeds questions with the built-in embeddings only; give it an index of its own: EMBEDDINGS=builtin INDEX_DIR=index-of-the-worker npm run deploy',
    )
  }
  const { folder } = await openServedIndex(configuration)
  const portable = join(new IndexFolder(configuration.INDEX_DIR).generationPath(folder), PORTABLE_FILE)
  await mkdir(dirname(BUNDLED), { recursive: true })
  await copyFile(portable, `${BUNDLED}.new`)
  await rename(`${BUNDLED}.new`, BUNDLED)
}

await main().catch((error) => {
  process.exitCode = reportFailure(error)
})
