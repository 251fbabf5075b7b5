import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** The server as people start it: a process of its own. */
export interface ServerProcess {
  readonly origin: string
  readonly process: ChildProcess
  /** The log so far, one parsed line each. */
  readonly log: readonly Record<string, unknown>[]
  /** Resolves with the first log line, past or to come, whose message is this. */
  logged(message: string): Promise<Record<string, unknown>>
  /** Sends a signal and resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

const ROOT = new URL('../../..', import.meta.url)

/** Commands of bin/footnote.mjs by the file that they are compiled from. */
const COMMANDS: Readonly<Record<string, string>> = {
  'src/entries/node.ts': 'start',
  'src/entries/cli.ts': 'ask',
  'src/entries/index.ts': 'index',
  'src/entries/mcp.ts': 'mcp',
  'src/entries/discord.ts': 'discord',
  'scripts/register-commands.ts': 'register',
  'scripts/enrich.ts': 'enrich',
}

/** Arguments for Node that run a TypeScript file of this project: compiled, as people run it, where it is a program. */
export function commandOf(entry: string): string[] {
  const command = COMMANDS[entry]
  return command === undefined
    ? ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL(entry, ROOT))]
    : [fileURLToPath(new URL('bin/footnote.mjs', ROOT)), command]
}

/**
 * Runs a TypeScript file of this project with only these variables (and the path) in its environment, elsewhere: a
 * developer's own `.env` must not reach it.
 */
function spawnEntry(entry: string, environment: Record<string, string>, args: readonly string[] = []) {
  return spawn(process.execPath, [...commandOf(entry), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'pipe',
  })
}

/** Runs a command to its end. */
export async function runCommand(
  entry: string,
  environment: Record<string, string>,
  { args = [], input = '' }: { readonly args?: readonly string[]; readonly input?: string },
): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
  const child = spawnEntry(entry, environment, args)
  child.stdin.on('error', () => {}) // It may end without reading.
  child.stdin.end(input)
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { code, output, errors }
}

/**
 * Starts the server on a free port and waits until it listens.
 * @throws Error with what it said when it ends instead
 */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawnEntry('src/entries/node.ts', { PORT: '0', ...environment })
  const log: Record<string, unknown>[] = []
  const waiting = new Map<string, (line: Record<string, unknown>) => void>()
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  createInterface({ input: child.stdout }).on('line', (json) => {
    const line = JSON.parse(json) as Record<string, unknown>
    log.push(line)
    waiting.get(String(line.msg))?.(line)
  })
  const exited = once(child, 'close').then(([code]) => code as number | null)

  function logged(message: string): Promise<Record<string, unknown>> {
    const past = log.find(({ msg }) => msg === message)
    return past === undefined
      ? new Promise((resolve) => waiting.set(message, resolve))
      : Promise.resolve(past)
  }

  const listening = await Promise.race([
    logged('Listening'),
    exited.then((code) => {
      throw new Error(`The server ended with ${code}:\n${errors}`)
    }),
  ])
  return {
    origin: String(listening.origin),
    process: child,
    log,
    logged,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}
