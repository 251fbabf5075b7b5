import { Client, Collection, Events, GatewayIntentBits } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import { cachesOf } from '../../../src/discord/gateway/caches.ts'
import { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import {
  BOT,
  BOT_ROLE_ID,
  BOT_TOKEN,
  CHANNEL_ID,
  GUILD_ID,
  member,
  snowflake,
  threadChannel,
  user,
} from '../../support/loopback-discord/payloads.ts'

/** What a server tells of beside channels and roles. */
function wholeServer() {
  const alice = user('alice')
  const id = snowflake()
  return {
    members: [member(BOT, [BOT_ROLE_ID]), member(alice)],
    emojis: [
      { id, name: 'wave', roles: [], user: alice, require_colons: true, managed: false, animated: false },
    ],
    stickers: [
      { id, name: 'wave', description: '', tags: 'wave', type: 2, format_type: 1, guild_id: GUILD_ID },
    ],
    soundboard_sounds: [
      { sound_id: id, name: 'airhorn', volume: 1, emoji_id: null, emoji_name: null, available: true },
    ],
    voice_states: [{ channel_id: CHANNEL_ID, user_id: alice.id, session_id: 'x', deaf: false, mute: false }],
    presences: [{ user: { id: alice.id }, status: 'online', activities: [], client_status: {} }],
    stage_instances: [{ id, guild_id: GUILD_ID, channel_id: CHANNEL_ID, topic: 'x', privacy_level: 2 }],
    guild_scheduled_events: [
      { id, guild_id: GUILD_ID, name: 'x', creator: alice, entity_type: 3, status: 1 },
    ],
  }
}

it('hold servers, channels, threads, roles and the bot itself, and nothing else', async () => {
  const discord = await LoopbackDiscord.start()
  onTestFinished(() => discord.stop())
  const thread = threadChannel(snowflake(), 'Questions', BOT.id)
  discord.channels.set(thread.id, thread)
  Object.assign(discord.guildFields, wholeServer())
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.apiUrl },
    makeCache: cachesOf({ botId: BOT.id }),
  })
  onTestFinished(() => client.destroy())
  const available = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(BOT_TOKEN)
  await available
  const guild = client.guilds.cache.get(GUILD_ID)
  if (guild === undefined) throw new Error('no server')
  expect([...guild.channels.cache.keys()]).toEqual(expect.arrayContaining([CHANNEL_ID, thread.id]))
  expect(guild.roles.cache.has(BOT_ROLE_ID)).toBe(true)
  expect([...guild.members.cache.keys()]).toEqual([BOT.id])
  expect([...client.users.cache.keys()]).toEqual([BOT.id])
  const managers = Object.entries(guild).filter(([, part]) => part?.cache instanceof Collection)
  const filled = managers.filter(([, part]) => part.cache.size > 0).map(([name]) => name)
  expect(filled.sort()).toEqual(['channels', 'members', 'roles'])
})
