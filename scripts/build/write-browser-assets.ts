import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleBrowserAssets } from './browser-assets.ts'

const MODULE = 'src/http/assets/generated.js'

/**
 * Bundles what browsers load and writes it as a module that Node and Workers import alike. A module that would stay the
 * same is left alone.
 *
 * @param root folder of the project
 */
export async function writeBrowserAssets(root: string): Promise<void> {
  const assets = JSON.stringify(await bundleBrowserAssets(root), null, 1)
  const module = `// Written by \`npm run build:browser\`.\nexport const ASSETS = ${assets}\n`
  const file = join(root, MODULE)
  if ((await readFile(file, 'utf8').catch(() => undefined)) === module) return
  // Another process may read or write it at the same time.
  const draft = `${file}.${process.pid}`
  await writeFile(draft, module)
  await rename(draft, file)
}
