import type { APIMessage } from 'discord-api-types/v10'
import { checkBody } from './check-body.ts'
import type { LoopbackInteraction } from './interaction.ts'
import type { LoopbackDiscord } from './loopback-discord.ts'
import { interactionResponse, webhookEdit, webhookMessage } from './payload-rules.ts'
import { BOT, message } from './payloads.ts'
import { type RestRequest, type RestResult, type Route, refusal } from './rest-result.ts'

const EPHEMERAL = 1 << 6
const UNKNOWN_INTERACTION = refusal(404, 10_062, 'Unknown interaction')
const UNKNOWN_WEBHOOK = refusal(404, 10_015, 'Unknown Webhook')
const INVALID_TOKEN = refusal(401, 50_027, 'Invalid Webhook Token')

/** Takes a response, however it came. */
export function respond(
  discord: LoopbackDiscord,
  request: RestRequest,
  interaction: LoopbackInteraction,
): RestResult {
  if (interaction.tooLateToAcknowledge) return UNKNOWN_INTERACTION
  if (interaction.acknowledgement !== 'none') {
    return refusal(400, 40_060, 'Interaction has already been acknowledged.')
  }
  const checked = checkBody(discord, request, interactionResponse)
  if ('refused' in checked) return checked.refused
  const { body } = checked
  const isAutocompletion = interaction.payload.type === 4
  if ((body.type === 8) !== isAutocompletion) {
    discord.violations.push(`${request.path}: a response of type ${body.type} to an interaction of another`)
    return refusal(400, 50_035, 'Invalid Form Body')
  }
  if ((body.type === 6 || body.type === 7) && interaction.payload.message === undefined) {
    discord.violations.push(`${request.path}: there is no message to update`)
    return refusal(400, 50_035, 'Invalid Form Body')
  }
  interaction.response = body as { type: number; data?: Record<string, unknown> }
  interaction.acknowledgement = body.type === 5 ? 'deferred' : 'replied'
  const data = ('data' in body ? body.data : undefined) as Partial<APIMessage> | undefined
  interaction.ephemeral = (data?.flags ?? 0) === EPHEMERAL
  if (body.type === 4) post(discord, interaction, data ?? {}, interaction.ephemeral)
  if (body.type === 7) {
    const shown = interaction.payload.message as APIMessage
    discord.replace({ ...shown, ...data, id: shown.id, channel_id: shown.channel_id })
  }
  return [204]
}

function post(
  discord: LoopbackDiscord,
  interaction: LoopbackInteraction,
  body: Partial<APIMessage>,
  ephemeral: boolean,
): APIMessage {
  const { content, embeds, components } = body
  const flags = ephemeral ? EPHEMERAL : 0
  const [original] = interaction.replies
  const sent = message(interaction.channel, BOT, {
    flags,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.payload.type,
      user: interaction.by,
      authorizing_integration_owners: interaction.payload.authorizing_integration_owners,
    },
    ...(original === undefined
      ? {}
      : {
          type: 19,
          message_reference: { type: 0, message_id: original.id, channel_id: original.channel_id },
          referenced_message: original,
        }),
    ...(content === undefined ? {} : { content: content.trim() }),
    ...(embeds ? { embeds } : {}),
    ...(components ? { components } : {}),
  } as Partial<APIMessage>)
  interaction.replies.push(sent)
  // What only one person sees is in nobody's channel history.
  if (!ephemeral) discord.store(sent)
  return sent
}

function withToken(
  discord: LoopbackDiscord,
  token: string,
  handle: (interaction: LoopbackInteraction) => RestResult,
): RestResult {
  const interaction = discord.interactions.get(token)
  if (interaction === undefined || interaction.acknowledgement === 'none') return UNKNOWN_WEBHOOK
  return interaction.expired ? INVALID_TOKEN : handle(interaction)
}

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    open: true,
    handle(discord, request, id = '', token = '') {
      const interaction = discord.interactions.get(token)
      if (interaction === undefined || interaction.id !== id) return UNKNOWN_INTERACTION
      return respond(discord, request, interaction)
    },
  },
  {
    method: 'PATCH',
    path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
    open: true,
    handle: (discord, request, token = '') =>
      withToken(discord, token, (interaction) => {
        if (interaction.originalDeleted) return refusal(404, 10_008, 'Unknown Message')
        if (interaction.replies.length > 0) {
          discord.violations.push(`${request.path}: the original was filled already`)
          return refusal(400, 50_035, 'Invalid Form Body')
        }
        const checked = checkBody(discord, request, webhookEdit)
        if ('refused' in checked) return checked.refused
        return [200, post(discord, interaction, checked.body as Partial<APIMessage>, interaction.ephemeral)]
      }),
  },
  {
    method: 'DELETE',
    path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
    open: true,
    handle: (discord, _request, token = '') =>
      withToken(discord, token, (interaction) => {
        interaction.originalDeleted = true
        const [original] = interaction.replies
        if (original !== undefined) discord.deleteMessage(original.channel_id, original.id)
        return [204]
      }),
  },
  {
    method: 'POST',
    path: /^\/webhooks\/\d+\/([^/]+)$/,
    open: true,
    handle: (discord, request, token = '') =>
      withToken(discord, token, (interaction) => {
        const checked = checkBody(discord, request, webhookMessage)
        if ('refused' in checked) return checked.refused
        const ephemeral = ((checked.body.flags ?? 0) & EPHEMERAL) !== 0
        // The first message after a deferral takes the place of "thinking…" and is seen by those who saw that.
        const fills = interaction.acknowledgement === 'deferred' && interaction.replies.length === 0
        if (fills && !interaction.originalDeleted && interaction.ephemeral !== ephemeral) {
          discord.violations.push(`${request.path}: it is seen by others than the deferral was`)
        }
        if (interaction.ephemeral && !ephemeral) {
          discord.violations.push(`${request.path}: what one person alone should see is seen by all`)
        }
        return [200, post(discord, interaction, checked.body as Partial<APIMessage>, ephemeral)]
      }),
  },
]
