// Compiles the program where its source has changed. JavaScript for the same reason as footnote.mjs.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isCurrent } from './source-state.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The compiled compiler. Below the project, so that it finds the packages, and where no other user can write. */
const CACHE = `${ROOT}node_modules/.cache/footnote/`

/**
 * Brings dist/ up to date. A release brings dist/ along and no source: there is nothing to do.
 *
 * @throws {Error} that says what to do, where the compiler is not installed
 */
export async function compileIfChanged() {
  if (!existsSync(`${ROOT}src`) || isCurrent(ROOT)) return
  await runBuild([])
}

/**
 * Runs scripts/build.ts, for which nothing has to be compiled beforehand.
 *
 * @param {readonly string[]} args
 */
export async function runBuild(args) {
  const { build } = await import('esbuild').catch(() => {
    throw new Error(
      'The source is newer than dist/, and the compiler is not installed. Run: npm ci (without --omit=dev), or take src/ away to run dist/ as it is',
    )
  })
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['scripts/build.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
  })
  mkdirSync(CACHE, { recursive: true })
  const file = `${CACHE}build-${process.pid}.mjs`
  writeFileSync(file, outputFiles[0]?.contents ?? '')
  try {
    const { main } = await import(pathToFileURL(file).href)
    await main(ROOT, args)
  } finally {
    rmSync(file, { force: true })
  }
}
