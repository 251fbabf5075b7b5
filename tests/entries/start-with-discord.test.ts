import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { shownText } from '../discord/shown-text.ts'
import { createSigner } from '../discord/sign.ts'
import { ask } from '../support/loopback-discord/interaction.ts'
import { LoopbackDiscord } from '../support/loopback-discord/loopback-discord.ts'
import { BOT_TOKEN } from '../support/loopback-discord/payloads.ts'
import { startServer } from '../support/servers/start-server.ts'

it('npm start runs the HTTP interface, the bot and its endpoint together', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-together-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'corpus'))
  const article = '# Harbour notes\n\nThe lighthouse of Skagen was lit for the first time in 1858.\n'
  await writeFile(join(folder, 'corpus', 'harbour.md'), article)
  const discord = await LoopbackDiscord.start()
  onTestFinished(() => discord.stop())
  const signer = await createSigner()
  discord.verifyKey = signer.publicKey
  const server = await startServer({
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
    DISCORD_TOKEN: BOT_TOKEN,
    DISCORD_PUBLIC_KEY: signer.publicKey,
    DISCORD_API_URL: discord.apiUrl,
  })
  onTestFinished(() => void server.process.kill('SIGKILL'))

  const interaction = discord.interact(ask('When was the lighthouse of Skagen lit for the first time?'))
  const [answer] = await interaction.sent()
  expect(answer && shownText(answer)).toContain('1858')

  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  const body = JSON.stringify({ id: '1', type: 1, token: 'x', version: 1 })
  const headers = await signer.sign(body, Math.floor(Date.now() / 1000))
  const address = `${server.origin}/discord/interactions`
  expect(await (await fetch(address, { method: 'POST', body, headers })).json()).toEqual({ type: 1 })
  expect((await fetch(address, { method: 'POST', body })).status).toBe(401)

  expect(await server.stop()).toBe(0)
  expect(discord.gateway.connected).toBe(false)
}, 120_000)
