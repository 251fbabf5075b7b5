/** What a tab remembers until it is closed; undefined where a browser forbids that, for asking then throws. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
