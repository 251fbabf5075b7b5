import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { environment } from '../../src/entries/environment.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { useTemporaryDirectories } from '../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
let file: string

beforeEach(async () => {
  const folder = await temporaryDirectory()
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  file = join(folder, '.env')
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('environment', () => {
  it('is that of the process where there is no .env', () => {
    vi.stubEnv('CORPUS_DIR', 'articles')
    expect(environment()).toMatchObject({ CORPUS_DIR: 'articles' })
  })

  it('adds what .env holds, and keeps what is set already', async () => {
    vi.stubEnv('CORPUS_DIR', 'articles')
    vi.stubEnv('PUBLIC_URL', undefined)
    await writeFile(file, '\ufeffCORPUS_DIR=others\nPUBLIC_URL=https://example.org\n')
    expect(environment()).toMatchObject({ CORPUS_DIR: 'articles', PUBLIC_URL: 'https://example.org' })
  })

  it('says that .env is a folder', async () => {
    await mkdir(file)
    expect(environment).toThrow(ConfigurationError)
    expect(environment).toThrow(/\.env cannot be read: it is a folder/)
  })

  // The superuser may read anything.
  it.skipIf(process.getuid?.() === 0)('says that there is no permission to read it', async () => {
    await writeFile(file, 'CORPUS_DIR=others\n', { mode: 0o000 })
    expect(environment).toThrow(/\.env cannot be read: there is no permission/)
  })
})
