import { describe, expect, it } from 'vitest'
import { startBot } from '../start-bot.ts'

describe('starting with a configuration that is wrong', () => {
  it('explains a token that Discord refuses in one line', async () => {
    await expect(startBot({ token: 'wrong' })).rejects.toThrow(
      /^DISCORD_TOKEN is refused by Discord; .+Reset Token$/,
    )
  })

  it('explains an application id of another application', async () => {
    await expect(startBot({ applicationId: '1184000000000000000' })).rejects.toThrow(
      /^DISCORD_APPLICATION_ID is 1184000000000000000, but DISCORD_TOKEN belongs to application \d+ \(Footnote\); correct one of them$/,
    )
  })

  it('explains a public key of another application', async () => {
    await expect(startBot({ publicKey: 'f'.repeat(64) })).rejects.toThrow(
      /^DISCORD_PUBLIC_KEY is not the public key of/,
    )
  })

  it('says when Discord cannot be reached', async () => {
    // Port 9 is not listened on: connections are refused at once.
    await expect(startBot({ apiUrl: 'http://127.0.0.1:9/api' })).rejects.toThrow('Discord cannot be reached')
  })
})

describe('the intents', () => {
  it('are the least that work: servers, their messages, direct messages', async () => {
    const { discord } = await startBot()
    expect(discord.gateway.intents).toBe((1 << 0) | (1 << 9) | (1 << 12))
  })

  it('include message content only where its owner has granted it', async () => {
    const { discord } = await startBot({}, (each) => {
      each.gateway.messageContentGranted = true
    })
    expect(discord.gateway.intents & (1 << 15)).not.toBe(0)
  })
})
