import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIChannel, APIMessage } from 'discord-api-types/v10'
import { LoopbackGateway } from './gateway.ts'
import { type InteractionRequest, LoopbackInteraction } from './interaction.ts'
import {
  ALL_PERMISSIONS,
  CHANNEL_ID,
  FORUM_ID,
  forumChannel,
  guild,
  OTHER_CHANNEL_ID,
  textChannel,
} from './payloads.ts'
import { handleRest } from './rest.ts'

/** A fault to answer matching requests with instead of serving them. */
export interface Fault {
  readonly method: string
  readonly path: RegExp
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** How many requests it meets. */
  times: number
}

export interface RestCall {
  readonly method: string
  readonly path: string
  readonly status: number
}

/**
 * A Discord of one server, one bot, two text channels and a forum, on 127.0.0.1: REST and gateway. It refuses what the real one
 * refuses (payloads over the limits, late acknowledgements, double replies) and some things that the real one forgives
 * (unknown fields, messages that could notify someone). Whatever it refused as malformed stays in `violations`.
 */
export class LoopbackDiscord {
  readonly gateway: LoopbackGateway
  readonly channels = new Map<string, APIChannel>()
  /** Oldest first. */
  readonly messages = new Map<string, APIMessage[]>()
  readonly interactions = new Map<string, LoopbackInteraction>()
  readonly calls: RestCall[] = []
  readonly violations: string[] = []
  readonly faults: Fault[] = []
  readonly typing: string[] = []
  readonly reactions: { readonly message: string; readonly emoji: string }[] = []
  readonly threadMembers: { readonly thread: string; readonly user: string }[] = []
  /** Roles of people who have some, by the person's id. */
  readonly memberRoles = new Map<string, readonly string[]>()
  /** Of the bot, everywhere in the server. */
  permissions = ALL_PERMISSIONS
  locale = 'en-US'
  /** What else the server tells of, or tells otherwise. */
  readonly guildFields: Record<string, unknown> = {}
  verifyKey = '0'.repeat(64)
  /** Registered commands: `global` or a server's id → commands. */
  readonly commands = new Map<string, Record<string, unknown>[]>()
  private readonly server: Server | undefined
  private readonly waiting = new Set<() => void>()

  private constructor(server: Server | undefined) {
    this.server = server?.on('request', (request, response) => {
      void handleRest(this, request, response).finally(() => this.changed())
    })
    this.gateway = new LoopbackGateway(server, {
      changed: () => this.changed(),
      guild: () => ({
        ...guild([...this.channels.values()], this.permissions, this.locale),
        ...this.guildFields,
      }),
    })
    this.channels.set(CHANNEL_ID, textChannel())
    this.channels.set(OTHER_CHANNEL_ID, textChannel(OTHER_CHANNEL_ID, 'lounge'))
    this.channels.set(FORUM_ID, forumChannel())
  }

  static async start(): Promise<LoopbackDiscord> {
    const server = createServer()
    const loopback = new LoopbackDiscord(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return loopback
  }

  /** Without a connection: events go to a function, requests come through `restInMemory`. */
  static inMemory(onEvent: (event: string, payload: unknown) => void): LoopbackDiscord {
    const loopback = new LoopbackDiscord(undefined)
    loopback.gateway.onEvent = onEvent
    return loopback
  }

  get port(): number {
    return (this.server?.address() as AddressInfo).port
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}/api`
  }

  async stop(): Promise<void> {
    this.gateway.drop()
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  /** Resolves as soon as something holds; checked whenever anything has happened. */
  async until<Value>(condition: () => Value | undefined | false | null): Promise<Value> {
    for (;;) {
      const value = condition()
      if (value !== undefined && value !== false && value !== null) return value
      await new Promise<void>((resolve) => this.waiting.add(resolve))
    }
  }

  changed(): void {
    for (const resolve of this.waiting) resolve()
    this.waiting.clear()
  }

  /** Someone uses a command or presses a button; over the gateway unless the bot has an HTTP endpoint. */
  interact(request: InteractionRequest, transport: 'gateway' | 'http' = 'gateway'): LoopbackInteraction {
    const interaction = new LoopbackInteraction(this, request)
    this.interactions.set(interaction.token, interaction)
    if (transport === 'gateway') this.gateway.dispatch('INTERACTION_CREATE', interaction.payload)
    return interaction
  }

  store(message: APIMessage): APIMessage {
    const messages = this.messages.get(message.channel_id) ?? []
    messages.push(message)
    this.messages.set(message.channel_id, messages)
    this.changed()
    return message
  }

  /** Puts a changed message in the place of the one with its id. */
  replace(message: APIMessage): void {
    const all = this.messagesIn(message.channel_id)
    this.messages.set(
      message.channel_id,
      all.map((each) => (each.id === message.id ? message : each)),
    )
    this.changed()
  }

  messagesIn(channel: string): APIMessage[] {
    return this.messages.get(channel) ?? []
  }

  findMessage(channel: string, id: string): APIMessage | undefined {
    return this.messagesIn(channel).find((message) => message.id === id)
  }

  deleteMessage(channel: string, id: string): void {
    this.messages.set(
      channel,
      this.messagesIn(channel).filter((message) => message.id !== id),
    )
    this.changed()
  }
}
