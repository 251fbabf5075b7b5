import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { ask, press } from '../support/loopback-discord/interaction.ts'
import { LoopbackDiscord } from '../support/loopback-discord/loopback-discord.ts'
import { BOT_TOKEN, GUILD_ID } from '../support/loopback-discord/payloads.ts'
import { commandOf, runCommand } from '../support/servers/start-server.ts'
import { boldWords } from './shown-text.ts'

let discord: LoopbackDiscord
let folder: string
let environment: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-discord-'))
  await mkdir(join(folder, 'corpus'))
  const article = '# Harbour notes\n\nThe lighthouse of Skagen was lit for the first time in 1858.\n'
  await writeFile(join(folder, 'corpus', 'harbour.md'), article)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

beforeEach(async () => {
  discord = await LoopbackDiscord.start()
  environment = {
    DISCORD_TOKEN: BOT_TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
  }
  return () => discord.stop()
})

describe('npm run discord:register', () => {
  const register = (more: Record<string, string> = {}) =>
    runCommand('scripts/register-commands.ts', { ...environment, ...more }, {})

  it('prints what it registered, and an invite link with the least permissions', async () => {
    const { code, output } = await register()
    expect(output).toMatch(/^Footnote \(\d+\), registered everywhere:\n {2}ask\n {2}article\n {2}help\n/)
    expect(output).toContain('https://discord.com/oauth2/authorize?')
    expect(output).toMatch(/permissions=309237730368\b/)
    expect(code).toBe(0)
  })

  it('registers in one server when told to', async () => {
    const { output } = await register({ DISCORD_GUILD_ID: GUILD_ID })
    expect(output).toContain(`in server ${GUILD_ID}:`)
    expect(discord.commands.get(GUILD_ID)).toHaveLength(6)
  })

  it.each([
    ['a token that is missing', { DISCORD_TOKEN: '' }, /^DISCORD_TOKEN is not set; .*\n$/],
    ['a token that is refused', { DISCORD_TOKEN: 'wrong' }, /^DISCORD_TOKEN is refused by Discord; .*\n$/],
    [
      'an id of another application',
      { DISCORD_APPLICATION_ID: '1184000000000000000' },
      /^DISCORD_APPLICATION_ID is .*\n$/,
    ],
    [
      'a key of another application',
      { DISCORD_PUBLIC_KEY: 'f'.repeat(64) },
      /^DISCORD_PUBLIC_KEY is not .*\n$/,
    ],
    [
      'a server without the bot',
      { DISCORD_GUILD_ID: '1184000000000000000' },
      /^The bot is not in the server .*\n$/,
    ],
  ])('explains %s in one line', async (_fault, more, line) => {
    const { code, errors } = await register(more)
    expect(errors).toMatch(line)
    expect(code).toBe(2)
  })
})

describe('npm run discord', () => {
  it('explains a token that is refused in one line, before it builds an index', async () => {
    const { code, errors } = await runCommand(
      'src/entries/discord.ts',
      { ...environment, DISCORD_TOKEN: 'wrong' },
      {},
    )
    expect(errors).toMatch(/^DISCORD_TOKEN is refused by Discord; .*\n$/)
    expect(code).toBe(2)
  })

  it('answers from the index, keeps feedback, and leaves on SIGTERM', async () => {
    const feedback = join(folder, 'feedback.jsonl')
    const bot = spawn(process.execPath, commandOf('src/entries/discord.ts'), {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, ...environment, FEEDBACK_FILE: feedback },
      stdio: 'ignore',
    })
    onTestFinished(() => void bot.kill('SIGKILL'))
    await discord.until(() => discord.gateway.connected)
    const interaction = discord.interact(ask('When was the lighthouse of Skagen lit for the first time?'))
    const [answer] = await interaction.sent()
    if (answer === undefined) throw new Error('no answer')
    expect(boldWords(answer)).toEqual(['The lighthouse of Skagen was lit for the first time in 1858.'])
    expect(answer.embeds[0]?.description).toMatch(/1858\.\*\*\n-# paragraph 1$/)
    await discord.interact(press(answer, 'feedback:up')).sent()
    expect(JSON.parse(await readFile(feedback, 'utf8'))).toMatchObject({ rating: 'up', message: answer.id })
    bot.kill('SIGTERM')
    expect(await once(bot, 'exit')).toEqual([0, null])
    expect(discord.violations).toEqual([])
  }, 120_000)
})
