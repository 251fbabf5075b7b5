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
  interaction.response = body as { type: number; data?: Record<string, unknown> }
  interaction.acknowledgement = body.type === 5 ? 'deferred' : 'replied'
  interaction.ephemeral =
    'flags' in (body.data ?? {}) && ((body.data as { flags?: number }).flags ?? 0) === EPHEMERAL
  if (body.type === 4) post(discord, interaction, body.data as Partial<APIMessage>)
  return [204]
}

function post(
  discord: LoopbackDiscord,
  interaction: LoopbackInteraction,
  body: Partial<APIMessage>,
): APIMessage {
  const { content, embeds, components } = body
  const flags = interaction.ephemeral ? EPHEMERAL : 0
  const sent = message(interaction.channel, BOT, {
    flags,
    ...(content === undefined ? {} : { content: content.trim() }),
    ...(embeds ? { embeds } : {}),
    ...(components ? { components } : {}),
  } as Partial<APIMessage>)
  interaction.replies.push(sent)
  // What only one person sees is in nobody's channel history.
  if (!interaction.ephemeral) discord.store(sent)
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
        return [200, post(discord, interaction, checked.body as Partial<APIMessage>)]
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
        if (interaction.ephemeral !== (((checked.body.flags ?? 0) & EPHEMERAL) !== 0)) {
          discord.violations.push(
            `${request.path}: a follow-up that others see differently from the original`,
          )
        }
        return [200, post(discord, interaction, checked.body as Partial<APIMessage>)]
      }),
  },
]
