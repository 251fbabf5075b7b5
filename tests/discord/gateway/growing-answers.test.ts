import { describe, expect, it } from 'vitest'
import type { AnswerPart } from '../../../src/domain/ask.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { CHANNEL_ID, FORUM_ID } from '../../support/loopback-discord/payloads.ts'
import { botMessages, MENTION, post, say } from '../../support/loopback-discord/people.ts'
import { boldWords } from '../shown-text.ts'
import { startBot } from '../start-bot.ts'

/** A snapshot that writes as much of an answer as the test lets it. */
function slowSnapshot() {
  let write: (part: AnswerPart) => void = () => {}
  let finish: () => void = () => {}
  const finished = new Promise<void>((resolve) => (finish = resolve))
  let begin: (isFollowed: boolean) => void = () => {}
  const begun = new Promise<boolean>((resolve) => (begin = resolve))
  const snapshot = fakeSnapshot({
    async ask(request, options) {
      const { onPart } = options ?? {}
      if (onPart !== undefined) write = onPart
      begin(onPart !== undefined)
      await finished
      return fakeAsk(request)
    },
  })
  const token = (text: string) => write({ type: 'token', text })
  return { snapshot: () => snapshot, begun, token, finish: () => finish() }
}

describe('the answer to a mention', () => {
  it('grows by edits of one reply while it is written', async () => {
    const { snapshot, begun, token, finish } = slowSnapshot()
    const { discord } = await startBot({ snapshot })
    const question = say(discord, `${MENTION} Lambda?`)
    await begun
    token('Lambda came out ')
    const [growing] = await botMessages(discord, CHANNEL_ID, 1)
    expect(growing?.content).toBe('Lambda came out …')
    expect(growing?.message_reference?.message_id).toBe(question.id)
    token('in 2014.')
    const current = () => discord.findMessage(CHANNEL_ID, growing?.id ?? '')
    await discord.until(() => current()?.content === 'Lambda came out in 2014. …')
    finish()
    await discord.until(() => current()?.content === '')
    const answer = current()
    expect(answer && boldWords(answer)).toEqual([LAMBDA_SENTENCE])
    expect(await botMessages(discord, CHANNEL_ID, 1)).toHaveLength(1)
    expect(discord.violations).toEqual([])
  })

  it('is not followed where it may not be worth saying', async () => {
    const { snapshot, begun, finish } = slowSnapshot()
    const { discord } = await startBot({ snapshot, settings: { forums: [FORUM_ID] } }, (at) => {
      at.gateway.messageContentGranted = true
    })
    const asked = post(discord, 'Lambda', 'When was Lambda released?')
    expect(await begun).toBe(false)
    finish()
    const [answer] = await botMessages(discord, asked.channel_id, 1)
    expect(answer && boldWords(answer)).toEqual([LAMBDA_SENTENCE])
  })
})
