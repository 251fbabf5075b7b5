import type { BotContext } from '../bot-context.ts'
import { loggable } from '../rest/api-errors.ts'

/** Milliseconds after which somebody who asked would wonder whether anything happens. */
const SHOWN_AFTER = 500

/**
 * Runs a task, and shows "is typing…" in a channel when it takes longer than a moment. The indicator is through before the
 * result is, for one that overtook its answer would be shown for ten seconds more.
 */
export async function whileTyping<Result>(
  context: BotContext,
  channel: string,
  task: () => Promise<Result>,
): Promise<Result> {
  let shown: Promise<void> | undefined
  const timer = setTimeout(() => {
    shown = context.api
      .typing(channel)
      .catch((error) => context.log.debug({ err: loggable(error) }, 'Could not show typing'))
  }, SHOWN_AFTER)
  try {
    return await task()
  } finally {
    clearTimeout(timer)
    await shown
  }
}
