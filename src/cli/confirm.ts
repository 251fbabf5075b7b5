import { createInterface } from 'node:readline/promises'

/**
 * Asks on the terminal.
 *
 * @returns whether the answer is yes
 * @throws the signal's reason
 */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  // Ctrl-C stays the terminal's, so that it stops the command as it does at any other moment.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false })
  try {
    const answer = await Promise.race([
      lines.question(question, { signal }),
      new Promise<string>((resolve) => lines.once('close', () => resolve(''))),
    ])
    return /^(y|yes|是|好)$/i.test(answer.trim())
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    lines.close()
  }
}
