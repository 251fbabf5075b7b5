import type { REST } from '@discordjs/rest'
import {
  type APIChannel,
  type APIInteractionResponse,
  type APIMessage,
  type APIThreadChannel,
  MessageFlags,
  type RESTGetAPIChannelMessagesResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord-api-types/v10'
import type { MessageBody } from '../render/message-body.ts'

/** What names an interaction in Discord's API; the token is good for 15 minutes. */
export interface InteractionKey {
  readonly id: string
  readonly application_id: string
  readonly token: string
}

/** The part of the REST client that is used. */
export type RestClient = Pick<REST, 'get' | 'post' | 'patch'>

/** The calls of Discord's REST API that the bot makes. All reject with the error of `@discordjs/rest`. */
export interface DiscordApi {
  /** Answers an interaction that came over the gateway. */
  acknowledge(interaction: InteractionKey, response: APIInteractionResponse): Promise<void>
  /** Replaces the "thinking…" of a deferred interaction. */
  editOriginal(interaction: InteractionKey, body: MessageBody): Promise<void>
  followUp(interaction: InteractionKey, body: MessageBody, ephemeral: boolean): Promise<void>
  /** @param replyTo id of the message that this one answers; if it is gone, the message stands alone */
  createMessage(channel: string, body: MessageBody, replyTo?: string): Promise<void>
  /** Newest first, at most 100. */
  messages(
    channel: string,
    query: { readonly limit: number; readonly before?: string },
  ): Promise<APIMessage[]>
  message(channel: string, message: string): Promise<APIMessage>
  channel(channel: string): Promise<APIChannel>
  startThread(channel: string, message: string, name: string): Promise<APIThreadChannel>
  /** Shows "is typing…" for ten seconds or until the next message. */
  typing(channel: string): Promise<void>
  openDirectChannel(user: string): Promise<string>
}

/**
 * @param rest with a token, unless only interactions are answered: their own tokens suffice for that
 */
export function createDiscordApi(rest: RestClient): DiscordApi {
  return {
    async acknowledge({ id, token }, body) {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false })
    },
    async editOriginal({ application_id, token }, body) {
      await rest.patch(Routes.webhookMessage(application_id, token), { body, auth: false })
    },
    async followUp({ application_id, token }, body, ephemeral) {
      const flags = ephemeral ? { flags: MessageFlags.Ephemeral } : {}
      await rest.post(Routes.webhook(application_id, token), { body: { ...body, ...flags }, auth: false })
    },
    async createMessage(channel, body, replyTo) {
      const reference =
        replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
      await rest.post(Routes.channelMessages(channel), { body: { ...body, ...reference } })
    },
    async messages(channel, { limit, before }) {
      const query = new URLSearchParams({ limit: String(limit), ...(before ? { before } : {}) })
      return (await rest.get(Routes.channelMessages(channel), { query })) as RESTGetAPIChannelMessagesResult
    },
    async message(channel, message) {
      return (await rest.get(Routes.channelMessage(channel, message))) as APIMessage
    },
    async channel(channel) {
      return (await rest.get(Routes.channel(channel))) as APIChannel
    },
    async startThread(channel, message, name) {
      return (await rest.post(Routes.threads(channel, message), { body: { name } })) as APIThreadChannel
    },
    async typing(channel) {
      await rest.post(Routes.channelTyping(channel))
    },
    async openDirectChannel(user) {
      const body = { recipient_id: user }
      const channel = (await rest.post(Routes.userChannels(), {
        body,
      })) as RESTPostAPICurrentUserCreateDMChannelResult
      return channel.id
    },
  }
}
