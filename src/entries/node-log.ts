import { pino } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { Log } from '../log.ts'
import { LogDestination, outputTo } from '../service/log-destination.ts'

const STANDARD_OUTPUT = 1

/**
 * One line of JSON an event.
 *
 * @param fileDescriptor that the lines go to; standard output without it
 */
export function nodeLog(level: Configuration['LOG_LEVEL'], fileDescriptor = STANDARD_OUTPUT): Log {
  const destination = new LogDestination(outputTo(fileDescriptor))
  process.once('exit', () => destination.flush())
  // What people read beside it may be lost in the same way.
  process.stderr.on('error', () => {})
  return pino(
    {
      level,
      // Process id and host name are for the operator to add; level names read better than numbers.
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
}
