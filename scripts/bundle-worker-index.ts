import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfiguration } from '../src/entries/configuration.ts'
import { environment } from '../src/entries/environment.ts'
import { reportFailure } from '../src/entries/exit-codes.ts'
import { openServedIndex } from '../src/entries/open-served-index.ts'
import { IndexFolder } from '../src/storage/index-folder.ts'
import { PORTABLE_FILE } from '../src/storage/read-generation.ts'

/** Where src/entries/worker.ts imports it from, whatever folder the index itself lives in. */
const FOLDER = 'index/worker'

/** `npm run index:worker`: lays the portable form of the index where the Worker's bundle takes it from. */
async function main(): Promise<void> {
  const configuration = readConfiguration(environment())
  const { folder } = await openServedIndex(configuration)
  const generation = new IndexFolder(configuration.INDEX_DIR).generationPath(folder)
  await mkdir(FOLDER, { recursive: true })
  await copyFile(join(generation, PORTABLE_FILE), join(FOLDER, 'index.bin'))
}

main().catch((error) => {
  process.exitCode = reportFailure(error)
})
