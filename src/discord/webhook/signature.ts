/** Checks that a request comes from Discord. */
export type VerifySignature = (signature: string, timestamp: string, body: string) => Promise<boolean>

const HEX_SIGNATURE = /^[0-9a-f]{128}$/i

/**
 * Ed25519 (RFC 8032) over the timestamp followed by the body, as Discord signs interactions.
 * Source: https://docs.discord.com/developers/interactions/overview#validating-security-request-headers
 *
 * @param publicKey of the application, 64 hexadecimal digits
 */
export function createSignatureCheck(publicKey: string): VerifySignature {
  let key: CryptoKey | undefined
  return async (signature, timestamp, body) => {
    if (!HEX_SIGNATURE.test(signature)) return false
    // Not at start-up: Workers allow no cryptography before the first request. Nor is the promise kept: what one
    // request of a Worker waits for must not be another's.
    key ??= await crypto.subtle.importKey('raw', fromHex(publicKey), 'Ed25519', false, ['verify'])
    return crypto.subtle.verify(
      'Ed25519',
      key,
      fromHex(signature),
      new TextEncoder().encode(timestamp + body),
    )
  }
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
}
