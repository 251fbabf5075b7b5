import { RESTJSONErrorCodes } from 'discord-api-types/v10'

/**
 * The code of an error that Discord's REST API answered with; `undefined` for every other error. Read from the error's
 * shape: two copies of the client library in one process have two classes.
 */
export function discordErrorCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('status' in error)) return undefined
  return typeof error.code === 'number' ? error.code : undefined
}

/**
 * An error as it may be logged: those of the REST client carry the address, with the interaction's token in it, and
 * what was sent, with people's words.
 */
export function loggable(error: unknown): unknown {
  if (!(error instanceof Error) || !('requestBody' in error)) return error
  const { name, message, stack, code, status, method } = error as Error & Record<string, unknown>
  return Object.assign(new Error(message), { name, stack, code, status, method })
}

/** The interaction cannot be answered any more: three seconds without an acknowledgement, or 15 minutes, have passed. */
export function isExpired(error: unknown): boolean {
  const code = discordErrorCode(error)
  return (
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.UnknownWebhook ||
    code === RESTJSONErrorCodes.InvalidWebhookToken
  )
}

/** Someone has answered the interaction already: a repeated request whose first copy did arrive. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return discordErrorCode(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
}

/** Nothing was said about the request: the network or Discord itself failed, and the request may have arrived. */
export function isTransient(error: unknown): boolean {
  if (discordErrorCode(error) !== undefined) return false
  const status = error instanceof Error && 'status' in error ? Number(error.status) : undefined
  return status === undefined || status >= 500
}

/** Nobody can write there any more: the thread is locked or archived. */
export function isClosed(error: unknown): boolean {
  const code = discordErrorCode(error)
  return code === RESTJSONErrorCodes.InvalidActionOnArchivedThread || code === RESTJSONErrorCodes.ThreadLocked
}

/** What was to be written to or read from has been deleted. */
export function isGone(error: unknown): boolean {
  const code = discordErrorCode(error)
  return code === RESTJSONErrorCodes.UnknownMessage || code === RESTJSONErrorCodes.UnknownChannel
}

export function isForbidden(error: unknown): boolean {
  const code = discordErrorCode(error)
  return code === RESTJSONErrorCodes.MissingPermissions || code === RESTJSONErrorCodes.MissingAccess
}

export function threadExists(error: unknown): boolean {
  return discordErrorCode(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage
}
