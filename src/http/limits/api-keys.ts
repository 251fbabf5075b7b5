import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A key with which a client may ask. */
export interface ApiKey {
  /** For logs and metrics, which never hold the key. */
  readonly name: string
  /** SHA-256 of the key, in hexadecimal digits. */
  readonly sum: string
  /** Requests a minute; without it as many as are sent. */
  readonly limit?: number
}

/** What `API_KEYS` must be. */
export const API_KEYS_RULE =
  'keys like name:key or name:key@limit, with commas between them; a key has at least 16 letters, digits and -._~+/, or is sha256- and the hexadecimal sum of one; the limit counts requests a minute'

const KEY = /^([\w-]{1,64}):(?:sha256-([0-9a-f]{64})|([\w.~+/-]{16,}=*))(?:@([1-9]\d{0,6}))?$/

/**
 * Reads keys as {@link API_KEYS_RULE} has them.
 *
 * @returns nothing where one of them is none, or two have the same name
 */
export function parseApiKeys(text: string): ApiKey[] | undefined {
  const keys: ApiKey[] = []
  for (const part of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [, name, sum, key = '', limit] = KEY.exec(part) ?? []
    if (name === undefined || keys.some((other) => other.name === name)) return undefined
    keys.push({ name, sum: sum ?? sumOf(key), ...(limit === undefined ? {} : { limit: Number(limit) }) })
  }
  return keys
}

/** Finds the key that was sent. Compares sums, all of them to their ends, so that the time taken tells nothing. */
export function findApiKey(keys: readonly ApiKey[], sent: string): ApiKey | undefined {
  const sum = sha256(utf8ToBytes(sent))
  let found: ApiKey | undefined
  for (const key of keys) {
    let difference = 0
    for (const [place, byte] of hexToBytes(key.sum).entries()) difference |= byte ^ (sum[place] ?? 0)
    if (difference === 0) found = key
  }
  return found
}

function sumOf(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)))
}
