export interface Signer {
  /** 64 hexadecimal digits. */
  readonly publicKey: string
  /** The headers that Discord sends with a body. */
  sign(body: string, timestamp: number): Promise<Record<string, string>>
}

/** Signs as Discord does, with a key of its own. */
export async function createSigner(): Promise<Signer> {
  const keys = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const publicKey = toHex(await crypto.subtle.exportKey('raw', keys.publicKey))
  return {
    publicKey,
    async sign(body, timestamp) {
      const signed = new TextEncoder().encode(timestamp + body)
      const signature = toHex(await crypto.subtle.sign('Ed25519', keys.privateKey, signed))
      return {
        'Content-Type': 'application/json',
        'X-Signature-Ed25519': signature,
        'X-Signature-Timestamp': String(timestamp),
      }
    },
  }
}

function toHex(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('hex')
}
