import { ConfigurationError } from '../errors.ts'

/** A line or more: white space, a comment, or `NAME=value`, whose value may be quoted and then hold line breaks. */
const ENTRY =
  /[^\S\n]*(?:#[^\n]*|(?:export\s+)?[A-Za-z_][\w.]*[^\S\n]*=[^\S\n]*(?:"[^"]*"|'[^']*'|`[^`]*`|)[^\n]*|)(?:\n|$)/y

/**
 * The text of a `.env` file, whichever editor or shell has written it: UTF-8 or UTF-16, with a byte order mark or, for
 * UTF-8, without one.
 *
 * @throws {ConfigurationError} for any other encoding, and for a line that sets no variable; shows nothing of the
 *   content, which may be secret
 */
export function decodeEnvFile(bytes: Uint8Array): string {
  const text = decode(bytes).replaceAll(/\r\n?/g, '\n')
  ENTRY.lastIndex = 0
  while (ENTRY.lastIndex < text.length) {
    const start = ENTRY.lastIndex
    if (ENTRY.test(text)) continue
    const line = text.slice(0, start).split('\n').length
    throw new ConfigurationError(
      'configuration',
      `.env, line ${line}, does not set a variable; write NAME=value, or begin a comment with #`,
      { fields: { line } },
    )
  }
  return text
}

function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Told below.
  }
  throw new ConfigurationError('configuration', '.env is not UTF-8 text; save it as UTF-8')
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
