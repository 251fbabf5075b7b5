import { checkBody } from './check-body.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { commands } from './payload-rules.ts'
import { APPLICATION_ID, GUILD_ID, snowflake } from './payloads.ts'
import { type RestRequest, type RestResult, type Route, refusal } from './rest-result.ts'

const PATH = /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/

function inScope(application: string, guild: string, handle: (scope: string) => RestResult): RestResult {
  if (application !== APPLICATION_ID)
    return refusal(403, 20_012, 'You are not authorized to perform this action')
  if (guild !== '' && guild !== GUILD_ID) return refusal(403, 50_001, 'Missing Access')
  return handle(guild === '' ? 'global' : guild)
}

/** What Discord adds to a command, and what it fills in where nothing was said. */
function registered(command: Record<string, unknown>): Record<string, unknown> {
  return {
    id: snowflake(),
    application_id: APPLICATION_ID,
    version: snowflake(),
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    description: '',
    name_localizations: null,
    description_localizations: null,
    ...command,
  }
}

function replace(discord: LoopbackDiscord, request: RestRequest, scope: string): RestResult {
  const checked = checkBody(discord, request, commands)
  if ('refused' in checked) return checked.refused
  const all = checked.body.map(registered)
  discord.commands.set(scope, all)
  return [200, all]
}

export const commandRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    handle: (discord, { query }, application = '', guild = '') =>
      inScope(application, guild, (scope) => {
        const all = discord.commands.get(scope) ?? []
        if (query.get('with_localizations') === 'true') return [200, all]
        return [
          200,
          all.map(({ name_localizations: _names, description_localizations: _texts, ...rest }) => rest),
        ]
      }),
  },
  {
    method: 'PUT',
    path: PATH,
    handle: (discord, request, application = '', guild = '') =>
      inScope(application, guild, (scope) => replace(discord, request, scope)),
  },
]
