import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../src/errors.ts'
import { percentile } from '../evaluate/report/summarise.ts'
import { describeEnvironment } from './describe-environment.ts'
import { processorTime } from './process-figures.ts'

export const START_HELP = `
  npm run bench -- start             how long a command takes to answer, and a service to be ready

    --count <n>          starts of each kind (15)
`

const PROGRAM = fileURLToPath(new URL('../../bin/footnote.mjs', import.meta.url))
const QUESTION = 'When was Lambda released?'

/** Until what is waited for has come, and how long the process has worked for it, in milliseconds. */
interface Start {
  readonly wall: number
  /** Known on Linux alone, in steps of 10 ms. */
  readonly processor: number | undefined
}

/** The kinds of start that are timed, by their names, and what each of them waits for on standard output. */
const KINDS: readonly (readonly [name: string, args: readonly string[], awaited: string])[] = [
  ['bare: node -p 0', ['-p', '0'], '0\n'],
  ['footnote ask: the first answer', [PROGRAM, 'ask', QUESTION], '[1]'],
  ['footnote start: listening', [PROGRAM, 'start'], '"msg":"Listening"'],
]

/**
 * `npm run bench -- start`: starts programs one after the other in alternation, over an index that is up to date.
 * Nothing is asserted: times belong to the machine.
 */
export async function benchStart(args: readonly string[]): Promise<void> {
  const count = parse(args)
  const starts = new Map<string, Start[]>(KINDS.map(([name]) => [name, []]))
  // Compiles and builds what has to be, and has the files in memory.
  for (const [, command, awaited] of KINDS) await start(command, awaited)
  for (let i = 0; i < count; i++)
    for (const [name, command, awaited] of KINDS) starts.get(name)?.push(await start(command, awaited))
  console.log(`${describeEnvironment()}\n${count} starts of each kind, in alternation\n`)
  for (const [name, all] of starts) {
    const walls = all.map(({ wall }) => wall)
    const processor = all.flatMap((one) => one.processor ?? [])
    const figures = [
      `median ${percentile(walls, 0.5).toFixed(0)} ms, least ${Math.min(...walls).toFixed(0)} ms`,
    ]
    if (processor.length > 0) figures.push(`processor ${percentile(processor, 0.5)} ms`)
    console.log(`${name}: ${figures.join('; ')}`)
  }
}

/** Starts Node, waits for what is awaited, and ends it. */
async function start(args: readonly string[], awaited: string): Promise<Start> {
  const before = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let started: Start | undefined
  let output = ''
  let errors = ''
  child.stdout.on('data', (piece: Buffer) => {
    output += piece
    if (started !== undefined || !output.includes(awaited)) return
    started = { wall: performance.now() - before, processor: processorTime(child.pid) }
    child.kill()
  })
  child.stderr.on('data', (piece: Buffer) => {
    errors += piece
  })
  await new Promise((resolve) => child.once('close', resolve))
  if (started === undefined)
    throw new ConfigurationError('configuration', `node ${args.join(' ')} has ended:\n${errors}`)
  return started
}

function parse(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { count: { type: 'string', default: '15' } } })
  const count = Number(values.count)
  if (!Number.isInteger(count) || count < 1)
    throw new ConfigurationError('configuration', `--count must be a whole number from 1\n${START_HELP}`)
  return count
}
