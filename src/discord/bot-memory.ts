import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { LRUCache } from 'lru-cache'

/** An answer that the bot has given to a message. */
interface GivenAnswer {
  /** The question's text, as it was when it was answered. */
  readonly text: string
  /** Ids of the messages that answer it, in order; empty while they are on their way, or if there was nothing to say. */
  readonly messages: readonly string[]
}

/**
 * What the bot remembers while it runs, bounded. Nothing in it is needed for an answer: after a restart the bot only
 * might repeat a notice, or not know an edited question again.
 */
export interface BotMemory {
  /** Answers by the id of the message that asked. */
  readonly answers: LRUCache<string, GivenAnswer>
  /** Runs what is done about a message after what is already being done about it: an edit waits for the first answer. */
  readonly inTurn: (message: string, task: () => Promise<void>) => Promise<void>
  /** Threads that were told that their messages cannot be read. */
  readonly toldThreads: LRUCache<string, true>
  /** Forum posts in which a moderator has spoken. */
  readonly staffed: LRUCache<string, true>
  /** Answers whose question has been passed on to the moderators, by message id. */
  readonly escalated: LRUCache<string, true>
  /** Ratings by message and person. */
  readonly ratings: LRUCache<string, 'up' | 'down'>
  /** A name for a person that stays the same while the process runs, and does not give away who it is. */
  readonly pseudonym: (person: string) => string
}

const MOST = 10_000

export function createBotMemory(): BotMemory {
  const salt = crypto.randomUUID()
  return {
    pseudonym: (person) => bytesToHex(sha256(utf8ToBytes(salt + person))).slice(0, 12),
    answers: new LRUCache({ max: MOST }),
    inTurn: turnTaking(),
    toldThreads: new LRUCache({ max: MOST }),
    staffed: new LRUCache({ max: MOST }),
    escalated: new LRUCache({ max: MOST }),
    ratings: new LRUCache({ max: MOST }),
  }
}

function turnTaking(): BotMemory['inTurn'] {
  const last = new Map<string, Promise<void>>()
  return async (message, task) => {
    const before = last.get(message) ?? Promise.resolve()
    const done = before.then(task)
    const settled = done.catch(() => {})
    last.set(message, settled)
    try {
      await done
    } finally {
      if (last.get(message) === settled) last.delete(message)
    }
  }
}
