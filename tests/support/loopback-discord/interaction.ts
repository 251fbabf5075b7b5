import type { APIApplicationCommandInteractionDataOption, APIMessage, APIUser } from 'discord-api-types/v10'
import type { LoopbackDiscord } from './loopback-discord.ts'
import {
  ALICE,
  ALL_PERMISSIONS,
  APPLICATION_ID,
  CHANNEL_ID,
  GUILD_ID,
  memberFields,
  snowflake,
} from './payloads.ts'

const ACKNOWLEDGE_WITHIN = 3000
const TOKEN_LIFETIME = 15 * 60_000

export interface InteractionRequest {
  readonly type: 2 | 3 | 4 | 5
  readonly data: unknown
  readonly by?: APIUser
  readonly channel?: string
  readonly locale?: string
  /** For components: the message that they stand below. */
  readonly message?: APIMessage
  /** When it was made; now unless said otherwise. */
  readonly at?: number
  /** In a direct channel rather than in the server. */
  readonly direct?: boolean
  /** What the person may do in the channel; what everyone may unless said otherwise. */
  readonly permissions?: bigint
  /** Ids of the person's roles. */
  readonly roles?: readonly string[]
  /** In a group of people, where only the person has installed the application. */
  readonly group?: boolean
  /** Only the person has installed the application, not the server. */
  readonly userInstall?: boolean
}

export type Acknowledgement = 'none' | 'deferred' | 'replied'

/** An interaction and what became of it. */
export class LoopbackInteraction {
  readonly id: string
  readonly token = `token-${crypto.randomUUID()}`
  readonly payload: Record<string, unknown>
  readonly made: number
  readonly channel: string
  acknowledgement: Acknowledgement = 'none'
  /** The response's data, e.g. the choices of an autocompletion. */
  response: { type: number; data?: Record<string, unknown> } | undefined
  ephemeral = false
  /** Ids of the messages sent with its token, the original first. */
  readonly replies: APIMessage[] = []
  originalDeleted = false
  readonly by: APIUser
  private readonly discord: LoopbackDiscord

  constructor(discord: LoopbackDiscord, request: InteractionRequest) {
    this.discord = discord
    this.made = request.at ?? Date.now()
    this.id = snowflake(this.made)
    this.channel = request.channel ?? CHANNEL_ID
    this.by = request.by ?? ALICE
    const by = this.by
    const isPrivate = request.direct === true || request.group === true
    const whoAndWhere = isPrivate
      ? { user: by, context: request.group ? 2 : 1 }
      : {
          guild_id: GUILD_ID,
          guild_locale: discord.locale,
          member: {
            user: by,
            ...memberFields(request.roles),
            permissions: String(request.permissions ?? ALL_PERMISSIONS),
          },
          context: 0,
        }
    this.payload = {
      id: this.id,
      application_id: APPLICATION_ID,
      type: request.type,
      data: alone(request.data),
      token: this.token,
      version: 1,
      channel_id: this.channel,
      channel: request.direct
        ? { id: this.channel, type: 1 }
        : (discord.channels.get(this.channel) ?? { id: this.channel, type: 0 }),
      ...whoAndWhere,
      ...(request.message ? { message: alone(request.message) } : {}),
      app_permissions: String(discord.permissions),
      locale: request.locale ?? 'en-US',
      entitlements: [],
      authorizing_integration_owners:
        request.userInstall || request.group ? { 1: by.id } : { 0: request.direct ? '0' : GUILD_ID },
      attachment_size_limit: 10_485_760,
    }
  }

  get tooLateToAcknowledge(): boolean {
    return Date.now() - this.made > ACKNOWLEDGE_WITHIN
  }

  get expired(): boolean {
    return Date.now() - this.made > TOKEN_LIFETIME
  }

  /** The messages, once there are as many. */
  async sent(count = 1): Promise<APIMessage[]> {
    return this.discord.until(() => this.replies.length >= count && this.replies)
  }

  async responded(): Promise<{ type: number; data?: Record<string, unknown> }> {
    return this.discord.until(() => this.response)
  }
}

/**
 * What an interaction brings along of messages: not those that they reply to. Discord promises only parts of a message
 * there, so the bot must not lean on the rest.
 */
function alone<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'referenced_message' ? undefined : part)))
}

type Option = Pick<APIApplicationCommandInteractionDataOption, 'name'> & Record<string, unknown>

export function slash(
  name: string,
  options: readonly Option[],
  more: Partial<InteractionRequest> = {},
): InteractionRequest {
  return { type: 2, data: { id: snowflake(), type: 1, name, options }, ...more }
}

export function ask(
  question: string,
  more: Partial<InteractionRequest> = {},
  isPrivate?: boolean,
): InteractionRequest {
  const options: Option[] = [{ name: 'question', type: 3, value: question }]
  if (isPrivate !== undefined) options.push({ name: 'private', type: 5, value: isPrivate })
  return slash('ask', options, more)
}

export function typing(
  command: string,
  option: string,
  value: string,
  more: Partial<InteractionRequest> = {},
): InteractionRequest {
  const options = [{ name: option, type: 3, value, focused: true }]
  return { type: 4, data: { id: snowflake(), type: 1, name: command, options }, ...more }
}

export function messageCommand(
  target: APIMessage,
  more: Partial<InteractionRequest> = {},
  name = 'Ask the article about this',
): InteractionRequest {
  const data = {
    id: snowflake(),
    type: 3,
    name,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  }
  return { type: 2, data, ...more }
}

/** Someone fills in a modal. */
export function submit(
  message: APIMessage,
  customId: string,
  fields: Readonly<Record<string, string>>,
  more: Partial<InteractionRequest> = {},
): InteractionRequest {
  const components = Object.entries(fields).map(([name, value]) => ({
    type: 1,
    components: [{ type: 4, custom_id: name, value }],
  }))
  return {
    type: 5,
    data: { custom_id: customId, components },
    message,
    channel: message.channel_id,
    ...more,
  }
}

export function press(
  message: APIMessage,
  customId: string,
  more: Partial<InteractionRequest> = {},
): InteractionRequest {
  return {
    type: 3,
    data: { custom_id: customId, component_type: 2 },
    message,
    channel: message.channel_id,
    ...more,
  }
}
