import type * as z from 'zod'
import { ConfigurationError } from '../errors.ts'
import { rules, type Variable, variables } from './variables.ts'

/** What the environment says, checked; what is not set has its default or is undefined. */
export type Configuration = Readonly<z.output<typeof variables>>

type Model = 'EMBEDDINGS' | 'CHAT_MODEL'

/**
 * The name of a model says nothing without its server: no text is sent to one that nobody named. What is named `here`
 * needs none, because it computes in this process.
 */
const MODELS: readonly {
  readonly model: Model
  readonly here: readonly string[]
  readonly server: Variable
}[] = [
  { model: 'EMBEDDINGS', here: ['builtin'], server: 'EMBEDDINGS_BASE_URL' },
  { model: 'CHAT_MODEL', here: ['extractive'], server: 'CHAT_BASE_URL' },
]

/** Whether what a variable names is a model on a server. */
export function isOnServer(configuration: Pick<Configuration, Model>, model: Model): boolean {
  return !MODELS.some((one) => one.model === model && one.here.includes(configuration[model]))
}

/**
 * Checks the environment. An empty variable counts as not set, as people leave them in a `.env` file.
 *
 * @throws {ConfigurationError} that lists all faults, each with its variable, what it must be and an example that works
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => {
      const value = environment[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const result = variables.safeParse(set)
  const lacking = MODELS.filter(
    ({ model, here, server }) => !here.includes(set[model] ?? (here[0] as string)) && !(server in set),
  )
  if (result.success && lacking.length === 0) return result.data
  const issues = result.error?.issues.map(({ path }) => path[0] as Variable) ?? []
  const faulty = [...new Set<Variable>([...issues, ...lacking.map(({ server }) => server)])]
  const faults = faulty.map((name) => {
    const lacks = lacking.find(({ server }) => server === name)
    return `  ${lacks === undefined ? '' : `${lacks.model} names a model, so that `}${describeRule(name)}`
  })
  throw new ConfigurationError('configuration', ['The configuration cannot be used:', ...faults].join('\n'), {
    fields: { variables: faulty },
  })
}

function describeRule(name: Variable): string {
  const { is, example } = rules.get(variables.shape[name]) ?? { is: 'of another kind' }
  return `${name} must be ${is}${example === undefined ? '' : `, e.g. ${name}=${example}`}`
}
