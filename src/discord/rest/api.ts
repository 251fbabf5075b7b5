import type { REST } from '@discordjs/rest'
import {
  type APIGuildMember,
  type APIInteractionResponse,
  type APIMessage,
  type APIThreadChannel,
  MessageFlags,
  type RESTGetAPIChannelMessagesResult,
  Routes,
} from 'discord-api-types/v10'
import type { MessageBody } from '../render/message-body.ts'

/** What names an interaction in Discord's API; the token is good for 15 minutes. */
interface InteractionKey {
  readonly id: string
  readonly application_id: string
  readonly token: string
}

/** The part of the REST client that is used. */
export type RestClient = Pick<REST, 'get' | 'post' | 'patch' | 'put' | 'delete'>

/** The calls of Discord's REST API that the bot makes. All reject with the error of `@discordjs/rest`. */
export interface DiscordApi {
  /** Answers an interaction that came over the gateway. */
  acknowledge(interaction: InteractionKey, response: APIInteractionResponse): Promise<void>
  /** Replaces the "thinking…" of a deferred interaction. */
  editOriginal(interaction: InteractionKey, body: MessageBody): Promise<void>
  deleteOriginal(interaction: InteractionKey): Promise<void>
  followUp(interaction: InteractionKey, body: MessageBody, ephemeral: boolean): Promise<void>
  /** @returns the id of the message */
  createMessage(channel: string, body: MessageBody, options?: CreateMessageOptions): Promise<string>
  editMessage(channel: string, message: string, body: MessageBody): Promise<void>
  deleteMessage(channel: string, message: string): Promise<void>
  react(channel: string, message: string, emoji: string): Promise<void>
  /** Newest first, at most 100. */
  messages(
    channel: string,
    query: { readonly limit: number; readonly before?: string },
  ): Promise<APIMessage[]>
  message(channel: string, message: string): Promise<APIMessage>
  startThread(channel: string, message: string, name: string): Promise<APIThreadChannel>
  addThreadMember(thread: string, user: string): Promise<void>
  member(server: string, user: string): Promise<APIGuildMember>
  /** Shows "is typing…" for ten seconds or until the next message. */
  typing(channel: string): Promise<void>
}

interface CreateMessageOptions {
  /** Id of the message that this one answers; if it is gone, the message stands alone. */
  readonly replyTo?: string
  /** At most 25 characters. Within some minutes Discord makes one message of all that are sent with the same one. */
  readonly nonce?: string
}

/** A message as an edit sends it: what it does not have any more is taken away. */
function whole({ content = '', embeds = [], components = [], allowed_mentions }: MessageBody) {
  return { content, embeds, components, allowed_mentions }
}

/**
 * @param rest with a token, unless only interactions are answered: their own tokens suffice for that
 * @param once a client that repeats no request, for acknowledgements
 */
export function createDiscordApi(rest: RestClient, once: Pick<RestClient, 'post'> = rest): DiscordApi {
  return {
    async acknowledge({ id, token }, body) {
      await once.post(Routes.interactionCallback(id, token), { body, auth: false })
    },
    async editOriginal({ application_id, token }, body) {
      await rest.patch(Routes.webhookMessage(application_id, token), { body, auth: false })
    },
    async deleteOriginal({ application_id, token }) {
      await rest.delete(Routes.webhookMessage(application_id, token), { auth: false })
    },
    async followUp({ application_id, token }, body, ephemeral) {
      const flags = ephemeral ? { flags: MessageFlags.Ephemeral } : {}
      await rest.post(Routes.webhook(application_id, token), { body: { ...body, ...flags }, auth: false })
    },
    async createMessage(channel, body, { replyTo, nonce } = {}) {
      const reference =
        replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
      const once = nonce === undefined ? {} : { nonce, enforce_nonce: true }
      const request = { body: { ...body, ...reference, ...once } }
      return ((await rest.post(Routes.channelMessages(channel), request)) as APIMessage).id
    },
    async editMessage(channel, message, body) {
      await rest.patch(Routes.channelMessage(channel, message), { body: whole(body) })
    },
    async deleteMessage(channel, message) {
      await rest.delete(Routes.channelMessage(channel, message))
    },
    async react(channel, message, emoji) {
      await rest.put(Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji)))
    },
    async messages(channel, { limit, before }) {
      const query = new URLSearchParams({ limit: String(limit), ...(before ? { before } : {}) })
      return (await rest.get(Routes.channelMessages(channel), { query })) as RESTGetAPIChannelMessagesResult
    },
    async message(channel, message) {
      return (await rest.get(Routes.channelMessage(channel, message))) as APIMessage
    },
    async startThread(channel, message, name) {
      return (await rest.post(Routes.threads(channel, message), { body: { name } })) as APIThreadChannel
    },
    async addThreadMember(thread, user) {
      await rest.put(Routes.threadMembers(thread, user))
    },
    async member(server, user) {
      return (await rest.get(Routes.guildMember(server, user))) as APIGuildMember
    },
    async typing(channel) {
      await rest.post(Routes.channelTyping(channel))
    },
  }
}
