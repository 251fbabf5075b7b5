#!/usr/bin/env node
// Runs a command of Footnote from the compiled program in dist/. In a checkout, compiles it first where the source has
// changed. This file is read by Node as it stands, so it is JavaScript.
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileIfChanged } from './compile.mjs'

/** The programs in dist/node by the command that runs them. */
const PROGRAMS = {
  start: 'node',
  ask: 'cli',
  index: 'index',
  mcp: 'mcp',
  discord: 'discord',
  register: 'register-commands',
  enrich: 'enrich',
  report: 'report',
}

const HELP = `Usage: footnote <command> [arguments]

  start     serve the articles over HTTP, and in Discord where it is configured
  ask       ask one question
  index     bring the index up to date
  mcp       serve the articles to a client of the Model Context Protocol that starts this
  discord   run the Discord bot alone
  register  register the commands of the Discord bot
  enrich    have a chat model write questions ahead
  report    make a page of what was asked

footnote <command> --help says more.
`

const command = process.argv[2]
if (command === undefined || !Object.hasOwn(PROGRAMS, command)) {
  const isHelp = command === '--help' || command === '-h'
  ;(isHelp ? process.stdout : process.stderr).write(HELP)
  process.exit(isHelp ? 0 : 2)
}

// Services outlive the terminal that they were started from, and heed this signal later on.
if (command === 'start' || command === 'discord') process.on('SIGHUP', () => {})

try {
  await compileIfChanged()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
const program = new URL(
  `../dist/node/${PROGRAMS[/** @type {keyof typeof PROGRAMS} */ (command)]}.js`,
  import.meta.url,
)
if (!existsSync(program)) {
  process.stderr.write('dist/ lacks this program. Run: npm ci && npm run build\n')
  process.exit(1)
}
// Node keeps what it has made of the program, from 22.8 on: a third of a start is compiling. Only where packages are
// installed, since nobody else can write there; where we cannot either, nothing is kept.
const packages = fileURLToPath(new URL('../node_modules', import.meta.url))
const { enableCompileCache } = /** @type {{ enableCompileCache?: (folder: string) => unknown }} */ (
  nodeModule
)
if (existsSync(packages)) enableCompileCache?.(`${packages}/.cache/footnote/code`)
process.argv.splice(2, 1)
await import(program.href)
