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

/** All that the bot ever needs; what its invite link asks for. */
export const LEAST_PERMISSIONS: bigint = [...new Set([...TO_ANSWER_IN_CHANNEL, ...TO_OPEN_THREAD])].reduce(
  (bits, name) => bits | PermissionFlagsBits[name],
  0n,
)

/** Those of `needed` that `granted` (a bit set, as Discord writes it) lacks. An administrator lacks none. */
export function missingPermissions(granted: bigint, needed: readonly Permission[]): Permission[] {
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return []
  return needed.filter((name) => (granted & PermissionFlagsBits[name]) === 0n)
}
