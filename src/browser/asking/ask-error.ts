/** Why a question got no answer. */
export class AskError extends Error {
  override readonly name = 'AskError'

  /** @param status HTTP status; 0 where the service could not be reached or the connection broke */
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}
