import { REST } from '@discordjs/rest'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { COMMANDS } from '../src/discord/interactions/commands/registry.ts'
import { registerCommands } from '../src/discord/interactions/registration.ts'
import { discordErrorCode } from '../src/discord/rest/api-errors.ts'
import { identifyApplication, inviteLink } from '../src/discord/rest/application.ts'
import { environment } from '../src/entries/environment.ts'
import { ConfigurationError } from '../src/errors.ts'

const MISSING_ACCESS = 50_001

/** `npm run discord:register`: makes the commands that Discord shows those of this version. */
async function main(): Promise<void> {
  const configuration = readConfiguration(environment())
  const token = configuration.DISCORD_TOKEN
  if (token === undefined) {
    throw new ConfigurationError(
      'configuration',
      'DISCORD_TOKEN is not set; copy it from your application in the Discord developer portal: Bot, Reset Token',
    )
  }
  const rest = new REST(
    configuration.DISCORD_API_URL === undefined ? {} : { api: configuration.DISCORD_API_URL },
  )
  rest.setToken(token)
  const application = await identifyApplication(rest, {
    applicationId: configuration.DISCORD_APPLICATION_ID,
    publicKey: configuration.DISCORD_PUBLIC_KEY,
  })
  const server = configuration.DISCORD_GUILD_ID
  const invite = inviteLink(application.id)
  const scope = { applicationId: application.id, server }
  const commands = COMMANDS.map(({ data }) => data)
  await registerCommands(rest, scope, commands).catch((error: unknown) => {
    if (server === undefined || discordErrorCode(error) !== MISSING_ACCESS) throw error
    const message = `The bot is not in the server ${server} of DISCORD_GUILD_ID; invite it first: ${invite}`
    throw new ConfigurationError('discord', message, { cause: error })
  })
  console.log(
    `${application.name} (${application.id}), registered ${server === undefined ? 'everywhere' : `in server ${server}`}:`,
  )
  for (const { name } of commands) console.log(`  ${name}`)
  console.log(`\nInvite link: ${invite}`)
}

main().then(
  () => process.exit(EXIT.done),
  (error) => process.exit(reportFailure(error)),
)
