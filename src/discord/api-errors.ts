import { RESTJSONErrorCodes } from 'discord-api-types/v10'

/**
 * The code of an error that Discord's REST API answered with; `undefined` for every other error. Read from the error's
 * shape: two copies of the client library in one process have two classes.
 */
export function discordErrorCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('status' in error)) return undefined
  return typeof error.code === 'number' ? error.code : undefined
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
