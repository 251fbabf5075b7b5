import { expect, it, onTestFinished } from 'vitest'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { silentLog } from '../../src/log.ts'
import { startDiscord } from '../../src/service/discord-service.ts'
import { fakeAsk, fakeSnapshot } from '../support/fake-snapshot.ts'
import { LoopbackDiscord } from '../support/loopback-discord/loopback-discord.ts'
import { BOT_TOKEN } from '../support/loopback-discord/payloads.ts'

async function start() {
  const discord = await LoopbackDiscord.start()
  onTestFinished(() => discord.stop())
  const askedWhileAway: boolean[] = []
  const fatal: Error[] = []
  const snapshot = fakeSnapshot({
    ask(request) {
      askedWhileAway.push(!discord.gateway.connected)
      return fakeAsk(request)
    },
  })
  const service = await startDiscord({
    configuration: readConfiguration({ DISCORD_TOKEN: BOT_TOKEN, DISCORD_API_URL: discord.apiUrl }),
    questionLog: undefined,
    feedback: { record: async () => {} },
    snapshot: () => snapshot,
    jobs: { startAndWait: () => Promise.reject(new Error('no index')) },
    log: silentLog,
    onFatal: (error) => {
      fatal.push(error)
      discord.changed()
    },
  })
  onTestFinished(async () => void (await service.close(1000)))
  return { discord, service, askedWhileAway, fatal }
}

it('answers once before it connects, so that nobody waits for the first answer of a process', async () => {
  const { askedWhileAway } = await start()
  expect(askedWhileAway).toEqual([true])
})

it('tells a bot that is gone for good from one that is there', async () => {
  const { discord, service, fatal } = await start()
  expect(service.state()).toBe('connected')
  discord.gateway.close(4004)
  await discord.until(() => fatal.length > 0)
  expect(service.state()).toBe('closed')
})
