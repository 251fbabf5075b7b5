import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { compileIfChanged } from '../../../bin/compile.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Compiles `npm run index`, which is then started by itself: most of its life, and most kills, fall into the build. */
export async function bundleIndexCommand(): Promise<void> {
  await compileIfChanged()
}

export interface IndexFolders {
  readonly corpusDirectory: string
  readonly indexDirectory: string
}

export function startIndexCommand({ corpusDirectory, indexDirectory }: IndexFolders): ChildProcess {
  const args = [`${ROOT}dist/node/index.js`, '--corpus', corpusDirectory, '--index', indexDirectory]
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
