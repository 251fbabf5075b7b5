import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { decodeEnvFile } from '../configuration/env-file.ts'
import { ConfigurationError } from '../errors.ts'
import { reasonOf } from '../storage/file-errors.ts'

/**
 * The environment of this process, with what a file `.env` in the working folder adds to it.
 *
 * @throws {ConfigurationError} where there is such a file and it cannot be read
 */
export function environment(): NodeJS.ProcessEnv {
  const bytes = readEnvFile(resolve('.env'))
  const added = bytes === undefined ? {} : parseEnv(decodeEnvFile(bytes))
  for (const [name, value] of Object.entries(added)) process.env[name] ??= value
  return process.env
}

function readEnvFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new ConfigurationError(
      'configuration',
      `${path} cannot be read: ${reasonOf(cause)}. Let this user read it, or remove it`,
      { cause },
    )
  }
}
