import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** Below the project, so that it finds the packages that stay outside. */
const FOLDER = join(ROOT, 'node_modules/.cache/footnote')
const BUNDLE = join(FOLDER, 'storage/build-index.mjs')
/** Read at run time, and looked for beside what reads it: in the folder next to `storage`. */
const THESAURUS = 'text/thesaurus.txt'

/**
 * `npm run index` in one file of JavaScript: it starts in a fraction of the time, so that most of its life, and most
 * kills, fall into the build.
 */
export async function bundleIndexCommand(): Promise<void> {
  await mkdir(dirname(join(FOLDER, THESAURUS)), { recursive: true })
  await copyFile(join(ROOT, 'src', THESAURUS), join(FOLDER, THESAURUS))
  await build({
    entryPoints: [`${ROOT}src/entries/index.ts`],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
}

export interface IndexFolders {
  readonly corpusDirectory: string
  readonly indexDirectory: string
}

export function startIndexCommand({ corpusDirectory, indexDirectory }: IndexFolders): ChildProcess {
  const args = [BUNDLE, '--corpus', corpusDirectory, '--index', indexDirectory]
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** @throws Error with what it said when it fails */
export async function runIndexCommand(folders: IndexFolders): Promise<void> {
  const child = startIndexCommand(folders)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`npm run index ended with ${code}: ${said}`)
}
