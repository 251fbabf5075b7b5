import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ConfigurationError } from '../../../src/errors.ts'
import { processorTime } from '../process-figures.ts'

/** A service in a process of its own. */
export class Service {
  readonly origin: string
  private readonly child: ChildProcess

  private constructor(origin: string, child: ChildProcess) {
    this.origin = origin
    this.child = child
  }

  /** Starts Node with these arguments and waits for the line of its log that says where it listens. */
  static async start(args: readonly string[], environment: Record<string, string> = {}): Promise<Service> {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const lines = createInterface({ input: child.stdout })
    const origin = new Promise<string>((resolve) => {
      lines.on('line', (line) => {
        if (line.includes('"msg":"Listening"')) resolve(JSON.parse(line).origin)
      })
    })
    const ended = once(child, 'close').then(() => {
      throw new ConfigurationError('configuration', `node ${args.join(' ')} has ended`)
    })
    const started = new Service(await Promise.race([origin, ended]), child)
    ended.catch(() => undefined)
    // What it logs is read, as somebody would, and not looked at.
    lines.close()
    child.stdout.resume()
    return started
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** What it has worked so far, in milliseconds; known on Linux alone. */
  get processor(): number | undefined {
    return processorTime(this.pid)
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'close')
    this.child.kill()
    await ended
  }
}
