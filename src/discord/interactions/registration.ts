import type { REST } from '@discordjs/rest'
import {
  type APIApplicationCommand,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'

export type CommandChange = 'added' | 'changed' | 'removed' | 'unchanged'

export interface ChangedCommand {
  readonly name: string
  readonly change: CommandChange
}

/** Where commands are registered: everywhere the bot is, or in one server, where changes show at once. */
export type CommandScope = { readonly applicationId: string; readonly server?: string | undefined }

/**
 * Makes the registered commands what they should be. Writes nothing when they are already.
 *
 * @param rest with the bot's token
 * @returns what became of every command, ours first
 */
export async function registerCommands(
  rest: Pick<REST, 'get' | 'put'>,
  scope: CommandScope,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<ChangedCommand[]> {
  const route =
    scope.server === undefined
      ? Routes.applicationCommands(scope.applicationId)
      : Routes.applicationGuildCommands(scope.applicationId, scope.server)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const registered = (await rest.get(route, { query })) as APIApplicationCommand[]
  const changes = compareCommands(registered, wanted)
  if (changes.some(({ change }) => change !== 'unchanged')) await rest.put(route, { body: wanted })
  return changes
}

/** Compares what is registered with what should be. Commands are known by their type and name, as Discord knows them. */
export function compareCommands(
  registered: readonly APIApplicationCommand[],
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): ChangedCommand[] {
  const key = ({ type = 1, name }: { readonly type?: number | undefined; readonly name: string }) =>
    `${type} ${name}`
  const current = new Map(registered.map((command) => [key(command), command]))
  const kept = wanted.map((command): ChangedCommand => {
    const found = current.get(key(command))
    current.delete(key(command))
    if (found === undefined) return { name: command.name, change: 'added' }
    return { name: command.name, change: says(found, command) ? 'unchanged' : 'changed' }
  })
  const removed = [...current.values()].map(({ name }): ChangedCommand => ({ name, change: 'removed' }))
  return [...kept, ...removed]
}

/** What Discord fills in where a command says nothing; as good as nothing. */
function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || isEmpty(value)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** Fields that Discord adds to a registered command. */
const ADDED = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'default_member_permissions',
  'dm_permission',
  'nsfw',
])

/** Whether a registered value says what the wanted one says, and nothing more. */
function says(registered: unknown, wanted: unknown): boolean {
  if (isDefault(registered) && isDefault(wanted)) return true
  if (Array.isArray(registered) && Array.isArray(wanted)) {
    return registered.length === wanted.length && registered.every((item, index) => says(item, wanted[index]))
  }
  if (!isRecord(registered) || !isRecord(wanted)) return registered === wanted
  const names = new Set([...Object.keys(registered), ...Object.keys(wanted)])
  return [...names].every((name) => ADDED.has(name) || says(registered[name], wanted[name]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
