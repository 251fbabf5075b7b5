import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** Below the project, so that it finds the packages that stay outside. */
const BUNDLE = fileURLToPath(
  new URL('../../../node_modules/.cache/footnote/build-index.mjs', import.meta.url),
)

/**
 * `npm run index` in one file of JavaScript: it starts in a fraction of the time, so that most of its life, and most
 * kills, fall into the build.
 */
export async function bundleIndexCommand(): Promise<void> {
  await mkdir(new URL('.', `file://${BUNDLE}`), { recursive: true })
  await build({
    entryPoints: [`${ROOT}scripts/build-index.ts`],
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
