import { type APIMessage, type APIUser, ComponentType } from 'discord-api-types/v10'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { THREAD_ID } from '../../../src/discord/render/custom-id.ts'
import { ask, messageCommand, press } from '../../support/loopback-discord/interaction.ts'
import type { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import {
  ALICE,
  BOT,
  BOT_ROLE_ID,
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  MODERATOR_ROLE_ID,
  OTHER_CHANNEL_ID,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { edit, MENTION, post, say, unfurl } from '../../support/loopback-discord/people.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { answeredBy, type ServerInMemory, serverInMemory } from './server-in-memory.ts'

const PEOPLE: readonly APIUser[] = [ALICE, user('bob'), user('mod')]

const words = fc.constantFrom(
  'Lambda?',
  'weather?',
  'Lambda, long?',
  'break it',
  'greeting',
  'thanks',
  'stop',
  '最後 @everyone <:thonk:585000000000000000> https://example.org ||x||',
  '*'.repeat(1200),
  '',
)
const person = fc.integer({ min: 0, max: PEOPLE.length - 1 })
/** Which of the messages or buttons that there are, counted from the last. */
const which = fc.integer({ min: 0, max: 5 })
const place = fc.constantFrom('channel', 'other', 'direct', 'thread', 'post')

type Where = 'channel' | 'other' | 'direct' | 'thread' | 'post'

const action = fc.record({
  kind: fc.constantFrom(
    'chat',
    'mention',
    'role',
    'name',
    'reply',
    'reply',
    'reply quietly',
    'forward',
    'picture',
    'edit',
    'unfurl',
    'post',
    'ask',
    'menu',
    'press',
    'press',
  ),
  by: person,
  other: person,
  where: place,
  words,
  which,
  /** Whether the bot has come to rest before. */
  rests: fc.boolean(),
})
type Action = (typeof action extends fc.Arbitrary<infer Value> ? Value : never) & { readonly where: Where }

/** A conversation that is played, and what each message of a person may be answered with. */
class Play {
  private readonly server: ServerInMemory
  /** Of every message that somebody wrote: whether it has ever been the bot's business. */
  private readonly written = new Map<string, boolean>()
  private readonly latest: APIMessage[] = []

  constructor(server: ServerInMemory) {
    this.server = server
  }

  get discord(): LoopbackDiscord {
    return this.server.discord
  }

  /** A thread of the bot's, in which people may then talk to it and to each other. */
  async openThread(): Promise<void> {
    const asked = this.discord.interact(ask('Lambda?'))
    await this.server.settled()
    const [answer] = asked.replies
    if (answer !== undefined) this.discord.interact(press(answer, THREAD_ID))
    await this.server.settled()
  }

  async play(actions: readonly Action[]): Promise<void> {
    for (const each of actions) {
      if (each.rests) await this.server.settled()
      this.act(each)
    }
    await this.server.settled()
  }

  private act({ kind, by, other, where, words: said, which: back }: Action): void {
    const author = PEOPLE[by] ?? ALICE
    const named = `<@${PEOPLE[other]?.id}>`
    const channel = this.channelOf(where)
    const roles = by === 2 ? { roles: [MODERATOR_ROLE_ID] } : {}
    const from = { by: author, channel, ...roles }
    const target = this.discord
      .messagesIn(channel)
      .filter(({ type }) => type !== 21)
      .at(-1 - back)
    if (kind === 'chat') this.wrote(say(this.discord, said, from))
    if (kind === 'mention') this.wrote(say(this.discord, `${MENTION} ${said}`, from))
    if (kind === 'role') this.wrote(say(this.discord, `<@&${BOT_ROLE_ID}> ${said}`, from))
    if (kind === 'name') this.wrote(say(this.discord, `${named} ${said}`, from))
    if (kind === 'picture') this.wrote(say(this.discord, said, { ...from, attachments: [{}] }))
    if (kind === 'reply' && target) this.wrote(say(this.discord, said, { ...from, replyTo: target }))
    if (kind === 'reply quietly' && target)
      this.wrote(say(this.discord, said, { ...from, replyTo: target, ping: false }))
    if (kind === 'forward' && target) this.wrote(say(this.discord, '', { ...from, forwards: target }))
    if (kind === 'post') this.wrote(post(this.discord, said || 'Title', said, { by: author, ...roles }))
    const earlier = this.latest.at(-1 - back)
    if (kind === 'edit' && earlier)
      this.wrote(edit(this.discord, earlier, by === 0 ? said : `${MENTION} ${said}`))
    if (kind === 'unfurl' && earlier) unfurl(this.discord, earlier)
    if (kind === 'ask') this.discord.interact(ask(said || 'Lambda?', this.from(author, channel)))
    if (kind === 'menu' && target) this.discord.interact(messageCommand(target, this.from(author, channel)))
    if (kind === 'press' && target) this.press(target, back, author)
  }

  private press(target: APIMessage, back: number, author: APIUser): void {
    const buttons = (target.components ?? []).flatMap((row) =>
      row.type === ComponentType.ActionRow
        ? row.components.flatMap((each) => ('custom_id' in each ? each.custom_id : []))
        : [],
    )
    const button = buttons[back % Math.max(1, buttons.length)]
    if (button !== undefined) {
      this.discord.interact(press(target, button, this.from(author, target.channel_id)))
    }
  }

  private from(by: APIUser, channel: string) {
    return { by, channel, direct: channel === DIRECT_CHANNEL_ID }
  }

  private channelOf(where: Where): string {
    if (where === 'other') return OTHER_CHANNEL_ID
    if (where === 'direct') return DIRECT_CHANNEL_ID
    const threads = [...this.discord.channels.values()].filter(
      (each) => each.type === 11 && (where === 'post') === (each.owner_id !== BOT.id),
    )
    return where === 'channel' ? CHANNEL_ID : (threads.at(-1)?.id ?? CHANNEL_ID)
  }

  private wrote(message: APIMessage): void {
    this.latest.push(message)
    this.written.set(message.id, (this.written.get(message.id) ?? false) || this.isForBot(message))
  }

  /** Told from what Discord shows people, not from how the bot tells it. */
  private isForBot(message: APIMessage): boolean {
    if (message.channel_id === DIRECT_CHANNEL_ID) return true
    if (message.content.includes(MENTION) || message.content.includes(`<@&${BOT_ROLE_ID}>`)) return true
    const speaksToPerson =
      PEOPLE.some(({ id }) => message.content.includes(`<@${id}>`)) || message.content.includes('@everyone <')
    const target = message.referenced_message
    const channel = this.discord.channels.get(message.channel_id)
    const isThread = channel?.type === 11
    if (isThread && channel.owner_id === BOT.id) {
      return (
        !PEOPLE.some(({ id }) => message.content.includes(`<@${id}>`)) &&
        (!target || target.author.id === BOT.id)
      )
    }
    if (isThread && message.id === message.channel_id) return true
    const pings = message.mentions.some(({ id }) => id === BOT.id)
    return (
      target?.author.id === BOT.id && pings && !(speaksToPerson && !message.content.includes('@everyone <'))
    )
  }

  /** What the bot wrote, against what it was asked. */
  check(): void {
    const answers = new Map<string, APIMessage[]>()
    for (const message of [...this.discord.messages.values()].flat()) {
      if (message.author.id !== BOT.id || message.type === 21) continue
      if (message.interaction_metadata !== undefined) continue
      const asked = answeredBy(message)
      if (asked === undefined) {
        expect(this.isWelcome(message)).toBe(true)
        continue
      }
      answers.set(asked, [...(answers.get(asked) ?? []), message])
    }
    for (const [asked, all] of answers) {
      expect(this.written.get(asked)).toBe(true)
      // A long answer is one although it takes several messages, which say so.
      const parts = all.map(({ content }) => /^-# (\d+)\/(\d+)$/m.exec(content))
      if (all.length > 1) {
        expect(parts.map((part) => part?.[0])).toEqual(all.map((_, index) => `-# ${index + 1}/${all.length}`))
      }
    }
    for (const interaction of this.discord.interactions.values()) {
      expect(interaction.acknowledgement).not.toBe('none')
      const parts = interaction.replies.filter(({ content }) => !/^-# [2-9]\/\d$/m.test(content))
      expect(parts.length).toBeLessThanOrEqual(1)
    }
    expect(this.discord.violations).toEqual([])
  }

  /** The first words in a thread that the bot was asked to open. */
  private isWelcome(message: APIMessage): boolean {
    const all = this.discord.messagesIn(message.channel_id).filter(({ author }) => author.id === BOT.id)
    return this.discord.channels.get(message.channel_id)?.type === 11 && all.indexOf(message) <= 1
  }
}

describe('whatever several people write and press', () => {
  it('each question gets one answer at most, chat among people none, and nothing exceeds Discord’s limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action as fc.Arbitrary<Action>, { minLength: 1, maxLength: 14 }),
        fc.record({ isLimited: fc.boolean(), readsMessages: fc.boolean() }),
        fc.boolean(),
        async (actions, server, hasThread) => {
          const play = new Play(serverInMemory(server))
          if (hasThread) await play.openThread()
          await play.play(actions)
          play.check()
        },
      ),
      { numRuns: propertyRuns(10_000) },
    )
  }, 600_000)
})
