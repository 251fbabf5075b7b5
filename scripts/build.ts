import { readRecord, sourceFiles, sourceId, writeRecord } from '../bin/source-state.mjs'
import { compileLibrary } from './build/library.ts'
import { compilePrograms } from './build/programs.ts'
import { writeBrowserAssets } from './build/write-browser-assets.ts'
import { removeOthers, writeOutputs } from './build/write-outputs.ts'

/**
 * Compiles what is run into dist/:
 *
 *     dist/node/      the programs that bin/footnote.mjs runs, with all packages in them
 *     dist/library/   what other programs import, without packages
 *     dist/build.json which source they were made from, written last
 *
 * Files are replaced one by one, those of the build before stay, and a process that runs goes on from what it has.
 *
 * @param root folder of the project
 */
export async function main(root: string, _args: readonly string[]): Promise<void> {
  await writeBrowserAssets(root)
  // Read first: what is edited meanwhile is compiled again by the next start.
  const files = sourceFiles(root)
  const id = sourceId(root, Object.keys(files))
  const outputs = [...(await compilePrograms(root, id)), ...(await compileLibrary(root, id))]
  writeOutputs(root, outputs)
  const paths = outputs.map(({ path }) => path)
  removeOthers(root, [...paths, ...(readRecord(root)?.outputs ?? [])])
  writeRecord(root, { id, files, outputs: paths })
}
