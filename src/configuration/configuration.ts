import type * as z from 'zod'
import { ConfigurationError } from '../errors.ts'
import { rules, type Variable, variables } from './variables.ts'

/** What the environment says, checked; what is not set has its default or is undefined. */
export type Configuration = Readonly<z.output<typeof variables>>

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
  const lacksServer = isModel(set.EMBEDDINGS) && set.EMBEDDINGS_BASE_URL === undefined
  if (result.success && !lacksServer) return result.data
  const issues = result.error?.issues.map(({ path }) => path[0] as Variable) ?? []
  const faulty = [...new Set<Variable>(lacksServer ? [...issues, 'EMBEDDINGS_BASE_URL'] : issues)]
  const faults = faulty.map((name) => {
    const isLacking = name === 'EMBEDDINGS_BASE_URL' && lacksServer
    return `  ${isLacking ? 'EMBEDDINGS names a model, so that ' : ''}${describeRule(name)}`
  })
  throw new ConfigurationError('configuration', ['The configuration cannot be used:', ...faults].join('\n'), {
    fields: { variables: faulty },
  })
}

function describeRule(name: Variable): string {
  const { is, example } = rules.get(variables.shape[name]) ?? { is: 'of another kind' }
  return `${name} must be ${is}${example === undefined ? '' : `, e.g. ${name}=${example}`}`
}

/** The name of a model says nothing without its server: no text is sent to one that nobody named. */
function isModel(embeddings: string | undefined): boolean {
  return embeddings !== undefined && embeddings !== 'builtin'
}
