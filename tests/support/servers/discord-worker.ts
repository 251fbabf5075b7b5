import type { InteractionsRoute } from '../../../src/discord/webhook/interactions-route.ts'
import { createStatelessInteractions } from '../../../src/discord/webhook/stateless-interactions.ts'
import { silentLog } from '../../../src/log.ts'
import { feedbackToLog } from '../../../src/question-log/feedback.ts'
import { fakeSnapshot } from '../fake-snapshot.ts'

interface Variables {
  readonly DISCORD_PUBLIC_KEY: string
  readonly DISCORD_API_URL: string
}

let route: InteractionsRoute | undefined

/** A Worker that is nothing but the Discord endpoint, over the fake generation. */
export default {
  fetch(request: Request, variables: Variables, executionContext: { waitUntil(task: Promise<void>): void }) {
    route ??= createStatelessInteractions({
      publicKey: variables.DISCORD_PUBLIC_KEY,
      apiUrl: variables.DISCORD_API_URL,
      snapshot: () => fakeSnapshot(),
      publicUrl: 'https://ask.example.org',
      feedback: feedbackToLog(silentLog),
      log: silentLog,
    })
    return route(request, executionContext)
  },
}
