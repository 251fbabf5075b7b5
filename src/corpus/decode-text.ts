import { CorpusError } from '../errors.ts'

/** Decodes the bytes of a file. @throws CorpusError naming a file that is no text */
export function decodeText(source: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new CorpusError('corpus', `${source} is not UTF-8 text.`, { fields: { source }, cause })
  }
}
