import type { PhraseRole } from '../courtesy/phrases.ts'
import type { PlainAct } from './act-replies.ts'

/** What matters most first: of "ok thanks, but stop" the stop. */
const WEIGHTIEST_FIRST: readonly PlainAct[] = [
  'stop',
  'complaint',
  'identity',
  'help',
  'wellbeing',
  'ping',
  'thanks',
  'farewell',
  'praise',
  'greeting',
  'laughter',
  'assent',
  'unclear',
  'reaction',
]

/**
 * What somebody does with a turn of nothing but phrases.
 *
 * @param roles of its phrases; empty for a turn without a word
 * @returns undefined where it asks for something after all: "can you explain"
 */
export function actOf(roles: readonly PhraseRole[]): PlainAct | undefined {
  const act = WEIGHTIEST_FIRST.find((act) => roles.includes(act))
  if (act !== undefined) return act
  if (roles.includes('frame')) return undefined
  // Who only calls, or announces a question, wants to know whether anybody listens.
  return roles.includes('vocative') || roles.includes('announcement') ? 'ping' : 'reaction'
}
