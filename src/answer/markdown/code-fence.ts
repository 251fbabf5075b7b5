/** A fenced block of code; the fence is longer than any run of backticks inside. */
export function codeFence(code: string, language = ''): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  // An info string ends at a space, and must not hold a backtick.
  const info = /^[^\s`]*/.exec(language)?.[0] ?? ''
  return `${fence}${info}\n${code}\n${fence}`
}
