import { REST } from 'discord.js'
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10'
import { beforeEach, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/discord/interactions/commands.ts'
import { registerCommands } from '../../../src/discord/interactions/registration.ts'
import { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import { APPLICATION_ID, BOT_TOKEN, GUILD_ID } from '../../support/loopback-discord/payloads.ts'

let discord: LoopbackDiscord
let rest: REST
const scope = { applicationId: APPLICATION_ID }
const writes = () => discord.calls.filter(({ method }) => method === 'PUT').length

beforeEach(async () => {
  discord = await LoopbackDiscord.start()
  rest = new REST({ api: discord.apiUrl }).setToken(BOT_TOKEN)
  return () => discord.stop()
})

describe('registerCommands', () => {
  it('adds what is missing, with names and descriptions that Discord accepts', async () => {
    expect(await registerCommands(rest, scope, COMMANDS)).toEqual([
      { name: 'ask', change: 'added' },
      { name: 'article', change: 'added' },
      { name: 'Ask the article about this', change: 'added' },
    ])
    expect(discord.violations).toEqual([])
  })

  it('writes nothing when nothing has changed', async () => {
    await registerCommands(rest, scope, COMMANDS)
    const changes = await registerCommands(rest, scope, COMMANDS)
    expect(changes.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(writes()).toBe(1)
  })

  it('tells what has changed, been added and gone', async () => {
    const [ask, article] = COMMANDS
    if (ask === undefined || article === undefined) throw new Error('no commands')
    const old = { ...article, name: 'old' } as RESTPostAPIApplicationCommandsJSONBody
    const worded = {
      ...ask,
      description_localizations: { 'zh-TW': '以前的說明' },
    } as RESTPostAPIApplicationCommandsJSONBody
    await registerCommands(rest, scope, [worded, old])
    expect(await registerCommands(rest, scope, [ask, article])).toEqual([
      { name: 'ask', change: 'changed' },
      { name: 'article', change: 'added' },
      { name: 'old', change: 'removed' },
    ])
    expect(
      (await registerCommands(rest, scope, [ask, article])).every(({ change }) => change === 'unchanged'),
    ).toBe(true)
  })

  it('notices an option that is no longer required', async () => {
    const option = (required: boolean): RESTPostAPIApplicationCommandsJSONBody => ({
      type: 1,
      name: 'one',
      description: 'One',
      options: [{ type: 3, name: 'text', description: 'Text', required }],
    })
    await registerCommands(rest, scope, [option(true)])
    expect(await registerCommands(rest, scope, [option(false)])).toEqual([{ name: 'one', change: 'changed' }])
  })

  it('registers in one server apart from everywhere', async () => {
    await registerCommands(rest, { ...scope, server: GUILD_ID }, COMMANDS)
    expect(discord.commands.get(GUILD_ID)).toHaveLength(3)
    expect(discord.commands.get('global')).toBeUndefined()
  })
})
