import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { environment } from '../../src/entries/environment.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { pause } from '../../src/pause.ts'
import { readQuestions } from '../evaluate/question-set.ts'
import { percentile } from '../evaluate/report/summarise.ts'
import { describeEnvironment } from './describe-environment.ts'
import { ask } from './http/load.ts'
import { Service } from './http/service.ts'

export const HTTP_HELP = `
  npm run bench -- http              answers a second over HTTP, beside a bare Hono route with a body of the same size
                                     and LangChain's vectors in memory behind Hono, in alternation

    --seconds <n>        of each round (5)
    --rounds <n>         of each service (3)
`

const PROGRAM = fileURLToPath(new URL('../../bin/footnote.mjs', import.meta.url))
const PEER = fileURLToPath(new URL('./http/peer.ts', import.meta.url))
const QUESTION_SET = 'tests/evaluation/held-out.jsonl'
const CONNECTIONS = [1, 50]
const HEALTH_EVERY_MILLISECONDS = 50

/** All rounds of a service over so many connections. */
class Rounds {
  readonly times: number[] = []
  readonly healthTimes: number[] = []
  seconds = 0
  processor = 0
  others = 0
}

/** `npm run bench -- http`. Nothing is asserted: times belong to the machine, which the questions are sent from as well. */
export async function benchHttp(args: readonly string[]): Promise<void> {
  const { seconds, rounds } = parse(args)
  const { CORPUS_DIR, INDEX_DIR } = readConfiguration(environment())
  const questions = (await readQuestions([QUESTION_SET])).map(({ q }) => q)
  const tsx = ['--import', import.meta.resolve('tsx'), PEER]
  const footnote = await Service.start([PROGRAM, 'start'], {
    RATE_LIMIT: 'off',
    QUESTIONS_WAITING: '1000',
  })
  const services: [name: string, service: Service][] = [['footnote', footnote]]
  try {
    const bytes = await answerBytes(footnote.origin, questions[0] ?? '')
    services.push(
      ['bare', await Service.start([...tsx, 'bare', String(bytes)])],
      ['langchain', await Service.start([...tsx, 'langchain', CORPUS_DIR, INDEX_DIR])],
    )
    console.log(`${describeEnvironment()}\n${rounds} rounds of ${seconds} s, bare body ${bytes} bytes\n`)
    for (const [, { origin }] of services) await ask({ origin, questions, connections: 4, amount: 600 })
    for (const connections of CONNECTIONS) {
      const all = new Map(services.map(([name]) => [name, new Rounds()]))
      for (let round = 0; round < rounds; round++) {
        for (const [name, service] of services)
          await measure(service, all.get(name) as Rounds, { questions, connections, seconds })
      }
      for (const [name, measured] of all) console.log(describe(name, connections, measured))
    }
  } finally {
    await Promise.all(services.map(([, service]) => service.stop()))
  }
}

async function measure(
  service: Service,
  into: Rounds,
  load: { questions: readonly string[]; connections: number; seconds: number },
): Promise<void> {
  const before = service.processor ?? Number.NaN
  const health = watchHealth(service.origin, into.healthTimes)
  const { times, statuses, seconds } = await ask({
    origin: service.origin,
    questions: load.questions,
    connections: load.connections,
    duration: load.seconds,
  })
  await health.stop()
  for (const time of times) into.times.push(time)
  into.seconds += seconds
  into.processor += (service.processor ?? Number.NaN) - before
  into.others += times.length - (statuses.get(200) ?? 0)
}

/** Asks now and then whether a service is there, and notes how long each answer takes. */
function watchHealth(origin: string, times: number[]) {
  let isStopped = false
  async function watch(): Promise<void> {
    while (!isStopped) {
      const start = performance.now()
      await (await fetch(`${origin}/healthz`)).text()
      times.push(performance.now() - start)
      await pause(HEALTH_EVERY_MILLISECONDS)
    }
  }
  const watched = watch()
  return {
    stop: () => {
      isStopped = true
      return watched
    },
  }
}

function describe(name: string, connections: number, { times, healthTimes, ...measured }: Rounds): string {
  const figure = (part: number) => percentile(times, part).toFixed(1)
  const others = measured.others > 0 ? `, ${measured.others} without an answer` : ''
  return [
    `${name}, ${connections} connections: ${Math.round(times.length / measured.seconds)} answers/s`,
    `p50 ${figure(0.5)} ms, p99 ${figure(0.99)} ms`,
    `processor ${(measured.processor / times.length).toFixed(2)} ms an answer`,
    `health p50 ${percentile(healthTimes, 0.5).toFixed(1)} p99 ${percentile(healthTimes, 0.99).toFixed(1)} ms${others}`,
  ].join('; ')
}

async function answerBytes(origin: string, question: string): Promise<number> {
  const response = await fetch(`${origin}/ask?q=${encodeURIComponent(question)}`)
  return (await response.arrayBuffer()).byteLength
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '3' } },
  })
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)]
  if (![seconds, rounds].every((number) => Number.isInteger(number) && number > 0)) {
    throw new ConfigurationError('configuration', `Both must be whole numbers from 1\n${HTTP_HELP}`)
  }
  return { seconds, rounds }
}
