import { QUESTION, versionOf } from './versioned-article.ts'

/** @throws Error where the answer is no answer */
export async function askVersion(origin: string): Promise<number> {
  const response = await fetch(`${origin}/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: QUESTION }),
  })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return versionOf(await response.json())
}

/** Clients that ask one question after the other until they are stopped. */
export class Load {
  answers = 0
  readonly failures: string[] = []
  private stopping = false
  private readonly clients: Promise<void>[]

  /** @param mayBe whether an answer from this version is right, given the newest version when it was asked for */
  constructor(
    origin: string,
    clients: number,
    newest: () => number,
    mayBe: (version: number, asked: number) => boolean,
  ) {
    this.clients = Array.from({ length: clients }, () => this.client(origin, newest, mayBe))
  }

  async stop(): Promise<void> {
    this.stopping = true
    await Promise.all(this.clients)
  }

  private async client(
    origin: string,
    newest: () => number,
    mayBe: (version: number, asked: number) => boolean,
  ): Promise<void> {
    while (!this.stopping) {
      try {
        const asked = newest()
        const version = await askVersion(origin)
        if (mayBe(version, asked)) this.answers++
        else this.failures.push(`version ${version} was answered when ${asked} was the newest`)
      } catch (error) {
        this.failures.push(String(error))
      }
      // A person's pace times twenty: enough to meet every switch, and the machine has builds to run.
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
