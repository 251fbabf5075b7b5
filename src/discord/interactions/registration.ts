import type { REST } from '@discordjs/rest'
import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10'

/** Where commands are registered: everywhere the bot is, or in one server, where changes show at once. */
export type CommandScope = { readonly applicationId: string; readonly server?: string | undefined }

/**
 * Makes the registered commands those of this version. Registering the same ones again changes nothing.
 *
 * @param rest with the bot's token
 */
export async function registerCommands(
  rest: Pick<REST, 'put'>,
  { applicationId, server }: CommandScope,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<void> {
  const route =
    server === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, server)
  await rest.put(route, { body: commands })
}
