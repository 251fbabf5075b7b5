import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEnvFile } from '../../src/configuration/env-file.ts'
import { ConfigurationError } from '../../src/errors.ts'

const TEXT = 'ADMIN_TOKEN=correct-horse-battery\nCORPUS_DIR=文章\n'

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

describe('decodeEnvFile', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark, as Notepad writes it', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, as the > of PowerShell 5 writes it', utf16(TEXT, false)],
    ['big-endian UTF-16', utf16(TEXT, true)],
    ['line breaks of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
  ])('reads %s', (_name, bytes) => {
    expect(parseEnv(decodeEnvFile(bytes))).toEqual({
      ADMIN_TOKEN: 'correct-horse-battery',
      CORPUS_DIR: '文章',
    })
  })

  it.each([
    '',
    '\n\n',
    '  \t\n',
    '# comment',
    'A=1',
    'A = 1 # why',
    'A=',
    'export A=1',
    'A="two\nlines"\nB=2',
    "A='#'\n",
    'A=`x`',
    'A="unfinished',
  ])('accepts %j', (text) => {
    expect(decodeEnvFile(Buffer.from(text))).toBe(text)
  })

  it.each([
    ['PORT: 8857', 1],
    ['A=1\n\nhunter2\n', 3],
    ['A="two\nlines"\nPORT 8857', 3],
    ['=1', 1],
  ])('names the line of %j that sets nothing, and shows none of it', (text, line) => {
    const read = () => decodeEnvFile(Buffer.from(text))
    expect(read).toThrow(ConfigurationError)
    expect(read).toThrow(`.env, line ${line}, does not set a variable`)
    expect(read).not.toThrow(/hunter2|88/)
  })

  it.each([
    ['Latin-1', Buffer.from([0x41, 0x3d, 0xe4])],
    ['UTF-16 without a byte order mark', Buffer.from('A=1\n', 'utf16le')],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeEnvFile(bytes)).toThrow('.env is not UTF-8 text; save it as UTF-8')
  })

  it('comes to an end with whatever a file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('A', '=', '"', "'", '#', '\n', ' ', ':') }), (text) => {
        try {
          expect(decodeEnvFile(Buffer.from(text))).toBe(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigurationError)
        }
      }),
    )
  })
})
