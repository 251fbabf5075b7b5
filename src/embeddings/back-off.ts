const FIRST_MILLISECONDS = 500
const LONGEST_MILLISECONDS = 30_000

/**
 * How long to wait after a failed attempt: twice as long each time, less up to half at random, so that requests that
 * failed together do not come back together ("equal jitter", Brooker 2015). Never less than the server asks for.
 *
 * @param attempt counts from 1
 */
export function backOff(attempt: number, retryAfterMilliseconds = 0): number {
  const most = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (attempt - 1))
  return Math.max(retryAfterMilliseconds, most * (0.5 + Math.random() / 2))
}
