/** Records one event: what happened, and the fields a developer searches by. */
export type LogEvent = (fields: Readonly<Record<string, unknown>>, message: string) => void

/**
 * Structured logs. Nobody's question, answer or history may be logged above `debug`. The shape is pino's, so that a
 * pino logger is a `Log` as it stands; an error travels as the field `err`.
 */
export interface Log {
  readonly debug: LogEvent
  readonly info: LogEvent
  readonly warn: LogEvent
  readonly error: LogEvent
}

const nothing: LogEvent = () => {}

/** Default logger: discards everything. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
