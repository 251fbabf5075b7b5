import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Permission } from '../phrases/phrases.ts'

/** What answering a message in a channel takes. */
export const TO_ANSWER_IN_CHANNEL: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
]

export const TO_ANSWER_IN_THREAD: readonly Permission[] = [
  'ViewChannel',
  'SendMessagesInThreads',
  'EmbedLinks',
  'ReadMessageHistory',
]

export const TO_OPEN_THREAD: readonly Permission[] = [
  'ViewChannel',
  'CreatePublicThreads',
  'SendMessagesInThreads',
]

/** Reactions are a courtesy: without the permission there are none. */
const TO_BE_POLITE: readonly AnyPermission[] = ['AddReactions']

/** All that the bot ever needs; what its invite link asks for. */
export const LEAST_PERMISSIONS: bigint = [
  ...new Set<AnyPermission>([...TO_ANSWER_IN_CHANNEL, ...TO_OPEN_THREAD, ...TO_BE_POLITE]),
].reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)

/** Any permission, under its name in Discord's API. */
export type AnyPermission = keyof typeof PermissionFlagsBits

/** Those of `needed` that `granted` (a bit set, as Discord writes it) lacks. An administrator lacks none. */
export function missingPermissions<Name extends AnyPermission>(
  granted: bigint,
  needed: readonly Name[],
): Name[] {
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return []
  return needed.filter((name) => (granted & PermissionFlagsBits[name]) === 0n)
}
