import { type ParseArgsConfig, parseArgs } from 'node:util'
import { ConfigurationError } from '../errors.ts'

/** Options of a command, as `parseArgs` takes them. */
export const TEXT = { type: 'string' } as const
export const FLAG = { type: 'boolean', default: false } as const
export const HELP_FLAG = { ...FLAG, short: 'h' } as const

/** Reads the arguments of a command that has flags alone; every fault is reported with the command's help after it. */
export function commandFlags(help: string) {
  function usage(message: string, cause?: unknown): ConfigurationError {
    return new ConfigurationError('configuration', `${message}\n\n${help}`, { cause })
  }

  return {
    /** What to throw for flags that cannot be used. */
    usage,

    /** @throws ConfigurationError for a flag that is unknown or lacks its value, and for anything that is no flag */
    parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
      args: readonly string[],
      options: Options,
    ) {
      try {
        return parseArgs({ args: [...args], options }).values
      } catch (error) {
        throw usage((error as Error).message, error)
      }
    },

    /**
     * The one of these flags that is set.
     *
     * @throws ConfigurationError where several are
     */
    oneOf<Name extends string>(
      names: readonly Name[],
      values: Readonly<Record<Name, boolean>>,
    ): Name | undefined {
      const set = names.filter((name) => values[name])
      if (set.length > 1) throw usage(`--${set.join(' and --')} exclude each other`)
      return set[0]
    },
  }
}
