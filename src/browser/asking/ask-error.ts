/** What can be known of a service that gave no answer at all. */
export type Silence = 'unreachable' | 'offline' | 'notAllowed'

/** Why a question got no answer. */
export class AskError extends Error {
  override readonly name = 'AskError'

  /**
   * @param status HTTP status; 0 where the service could not be reached or the connection broke
   * @param silence why there is no status
   */
  constructor(
    readonly status: number,
    message: string,
    readonly silence: Silence = 'unreachable',
  ) {
    super(message)
  }
}
