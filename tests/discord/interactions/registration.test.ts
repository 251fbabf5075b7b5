import { REST } from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/discord/interactions/commands/registry.ts'
import { registerCommands } from '../../../src/discord/interactions/registration.ts'
import { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import { APPLICATION_ID, BOT_TOKEN, GUILD_ID } from '../../support/loopback-discord/payloads.ts'

let discord: LoopbackDiscord
let rest: REST
const scope = { applicationId: APPLICATION_ID }
const commands = COMMANDS.map(({ data }) => data)

beforeEach(async () => {
  discord = await LoopbackDiscord.start()
  rest = new REST({ api: discord.apiUrl }).setToken(BOT_TOKEN)
  return () => discord.stop()
})

const names = (where: string) => discord.commands.get(where)?.map(({ name }) => name)

describe('registerCommands', () => {
  it('registers commands that Discord accepts, in place of all that there were', async () => {
    await registerCommands(rest, scope, [{ type: 1, name: 'old', description: 'Old' }])
    await registerCommands(rest, scope, commands)
    expect(names('global')).toEqual([
      'ask',
      'article',
      'help',
      'footnote',
      'Ask the article about this',
      'Delete this answer',
    ])
    expect(discord.violations).toEqual([])
  })

  it('registers in one server apart from everywhere', async () => {
    await registerCommands(rest, { ...scope, server: GUILD_ID }, commands)
    expect(names(GUILD_ID)).toHaveLength(6)
    expect(discord.commands.get('global')).toBeUndefined()
  })
})

describe('the commands', () => {
  it('for the owner are shown to those who may manage the server, and only there', () => {
    const footnote = commands.find(({ name }) => name === 'footnote')
    expect(footnote).toMatchObject({
      default_member_permissions: String(1n << 5n),
      contexts: [0],
      integration_types: [0],
    })
  })

  it('for readers go along with people who install the bot for themselves', () => {
    for (const { name, ...rest } of commands) {
      if (name !== 'footnote') expect(rest).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
    }
  })
})
