import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../src/errors.ts'
import { readQuestions } from '../evaluate/question-set.ts'
import { percentile } from '../evaluate/report/summarise.ts'
import { describeEnvironment } from './describe-environment.ts'
import { ask, type Load } from './http/load.ts'
import { Service } from './http/service.ts'
import { residentMegabytes } from './process-figures.ts'

export const SOAK_HELP = `
  npm run bench -- soak              asks for long, then at ten times the rate that is answered, within the usual limits

    --count <n>          questions asked for long (100000)
    --seconds <n>        of the rest (20)
`

const PROGRAM = fileURLToPath(new URL('../../bin/footnote.mjs', import.meta.url))
const QUESTION_SET = 'tests/evaluation/held-out.jsonl'
const CONNECTIONS = 50
const STEPS = 10
/** The rate that is too much, as a multiple of the one that is answered. */
const TOO_MUCH = 10
/** Addresses that come too often, each far beyond its limit; so many together leave no room in the queue. */
const CLIENTS = 8
const OVERLOAD_CONNECTIONS = 400

/** `npm run bench -- soak`. Nothing is asserted: figures belong to the machine. */
export async function benchSoak(args: readonly string[]): Promise<void> {
  const { count, seconds } = parse(args)
  const questions = (await readQuestions([QUESTION_SET])).map(({ q }) => q)
  console.log(`${describeEnvironment()}\n`)
  const rate = await askForLong(questions, count)
  await askTooMuch(questions, rate, seconds)
}

/** @returns answers a second */
async function askForLong(questions: readonly string[], count: number): Promise<number> {
  const service = await Service.start([PROGRAM, 'start'], { RATE_LIMIT: 'off' })
  try {
    let seconds = 0
    for (let step = 1; step <= STEPS; step++) {
      const amount = Math.ceil(count / STEPS)
      const load = await ask({ origin: service.origin, questions, connections: CONNECTIONS, amount })
      seconds += load.seconds
      console.log(`${step * amount} questions: ${residentMegabytes(service.pid)} MB, ${described(load)}`)
    }
    return count / seconds
  } finally {
    await service.stop()
  }
}

async function askTooMuch(questions: readonly string[], rate: number, duration: number): Promise<void> {
  const service = await Service.start([PROGRAM, 'start'], { TRUST_PROXY: '1' })
  try {
    const tooMuch = Math.round(rate * TOO_MUCH)
    const load = await ask({
      origin: service.origin,
      questions,
      connections: OVERLOAD_CONNECTIONS,
      rate: tooMuch,
      duration,
      clients: CLIENTS,
    })
    console.log(`\n${tooMuch} questions a second from ${CLIENTS} addresses: ${described(load)}`)
  } finally {
    await service.stop()
  }
}

function described({ times, statuses, errors, seconds }: Load): string {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
  const [p50, p99] = [0.5, 0.99].map((part) => percentile(times, part).toFixed(1))
  return `${counts.join(', ')}${errors > 0 ? `, ${errors} broken` : ''}; ${Math.round(times.length / seconds)}/s, p50 ${p50} ms, p99 ${p99} ms`
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { count: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '20' } },
  })
  const [count, seconds] = [Number(values.count), Number(values.seconds)]
  if (![count, seconds].every((number) => Number.isInteger(number) && number > 0))
    throw new ConfigurationError('configuration', `Both must be whole numbers from 1\n${SOAK_HELP}`)
  return { count, seconds }
}
