import { pino } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { Log } from '../log.ts'

/** One line of JSON an event on standard output, written before the call returns: nothing is lost at an exit. */
export function nodeLog(level: Configuration['LOG_LEVEL']): Log {
  return pino({
    level,
    // Process id and host name are for whoever runs it to add; level names read better than numbers.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
}
