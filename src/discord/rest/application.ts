import type { REST } from '@discordjs/rest'
import {
  ApplicationFlags,
  OAuth2Scopes,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord-api-types/v10'
import { ConfigurationError, FootnoteError } from '../../errors.ts'
import { LEAST_PERMISSIONS } from './permissions.ts'

/** The application that a token belongs to. */
export interface Application {
  readonly id: string
  /** Id of its bot user, which differs from the application's in applications made before 2017. */
  readonly botId: string
  readonly name: string
  /** Whether its owner has switched on the Message Content intent. */
  readonly messageContent: boolean
}

/** What the configuration says about the application; all that is given must agree with Discord. */
export interface ExpectedApplication {
  readonly applicationId?: string | undefined
  readonly publicKey?: string | undefined
}

/**
 * Asks Discord whose token this is and compares.
 *
 * @param rest with the token
 * @throws ConfigurationError in one line, when the token is refused or an id or key is another application's
 * @throws FootnoteError when Discord cannot be reached
 */
export async function identifyApplication(
  rest: Pick<REST, 'get'>,
  expected: ExpectedApplication,
): Promise<Application> {
  const application = await currentApplication(rest)
  const faults = [
    ...(expected.applicationId === undefined || expected.applicationId === application.id
      ? []
      : [
          `DISCORD_APPLICATION_ID is ${expected.applicationId}, but DISCORD_TOKEN belongs to application ${application.id} (${application.name}); correct one of them`,
        ]),
    ...(expected.publicKey === undefined ||
    expected.publicKey.toLowerCase() === application.verify_key.toLowerCase()
      ? []
      : [
          `DISCORD_PUBLIC_KEY is not the public key of application ${application.id} (${application.name}); copy it from General Information in the developer portal`,
        ]),
  ]
  if (faults.length > 0) throw new ConfigurationError('discord', faults.join('; '))
  return {
    id: application.id,
    botId: application.bot?.id ?? application.id,
    name: application.name,
    messageContent:
      ((application.flags ?? 0) &
        (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) !==
      0,
  }
}

/** Where a server's owner lets the bot in, with no permission more than it needs. */
export function inviteLink(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize')
  url.searchParams.set('client_id', applicationId)
  url.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`)
  url.searchParams.set('permissions', String(LEAST_PERMISSIONS))
  return url.href
}

async function currentApplication(rest: Pick<REST, 'get'>): Promise<RESTGetCurrentApplicationResult> {
  try {
    return (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 401) {
      throw new ConfigurationError(
        'discord',
        'DISCORD_TOKEN is refused by Discord; copy the token of your application again: developer portal, Bot, Reset Token',
        { cause: error },
      )
    }
    throw new FootnoteError('discord', 'Discord cannot be reached; check the network and DISCORD_API_URL', {
      cause: error,
    })
  }
}
