import autocannon from 'autocannon'

export interface LoadOptions {
  readonly origin: string
  readonly questions: readonly string[]
  readonly connections: number
  /** How many seconds to ask for; needed without `amount`. */
  readonly duration?: number
  /** How many questions to ask; needed without `duration`. */
  readonly amount?: number
  /** Requests a second of all connections together; as many as are answered without it. */
  readonly rate?: number
  /** Addresses that the requests come from, as a proxy tells them; one without it. */
  readonly clients?: number
}

export interface Load {
  /** Of every response, in milliseconds. */
  readonly times: readonly number[]
  readonly statuses: ReadonlyMap<number, number>
  /** Connections that broke and requests that timed out. */
  readonly errors: number
  readonly seconds: number
}

/** Asks a service over so many connections. */
export async function ask(options: LoadOptions): Promise<Load> {
  const { origin, questions, connections, duration, amount, rate, clients = 1 } = options
  const times: number[] = []
  const statuses = new Map<number, number>()
  const requests = questions.map((question, i) => ({
    method: 'POST' as const,
    path: '/ask',
    headers: {
      'Content-Type': 'application/json',
      ...(clients > 1 && { 'X-Forwarded-For': `192.0.2.${i % clients}` }),
    },
    body: JSON.stringify({ question }),
  }))
  const start = performance.now()
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections,
        requests,
        timeout: 60,
        ...(duration !== undefined && { duration }),
        ...(amount !== undefined && { amount }),
        ...(rate !== undefined && { overallRate: rate }),
      },
      (error, all) => (error ? reject(error) : resolve(all)),
    )
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
  })
  return { times, statuses, errors: result.errors, seconds: (performance.now() - start) / 1000 }
}
