// `npm run build`, and with --prepare what npm ci runs: compiles the program.
import { existsSync } from 'node:fs'
import { compileIfChanged, runBuild } from './compile.mjs'

const [first, ...rest] = process.argv.slice(2)
try {
  if (first === '--prepare') await compileIfChanged()
  else await runBuild(first === undefined ? [] : [first, ...rest])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  // An installation without the compiler may be given a dist/ afterwards.
  process.exitCode =
    first === '--prepare' && !existsSync(new URL('../node_modules/esbuild', import.meta.url)) ? 0 : 1
}
