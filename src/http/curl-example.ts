/** A command for a POSIX shell that asks a question of the service at `origin`. */
export function askCommand(origin: string, question: string): string {
  const body = JSON.stringify({ question })
  return [
    `curl -s ${origin}/ask`,
    `-H 'Content-Type: application/json'`,
    `-d '${body.replaceAll("'", `'\\''`)}'`,
  ].join(' \\\n  ')
}
