import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { serve } from '../../src/http/serve.ts'
import { fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

describe('docs/api.md', () => {
  it('shows a streaming client that works as it stands', async () => {
    const page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')
    const [, client = ''] = /```js\n(.*?)```/s.exec(page) ?? []
    const server = await serve(createApp({ current: () => fakeSnapshot() }).fetch, {
      host: '127.0.0.1',
      port: 0,
    })
    const code = client.replace('http://127.0.0.1:8787', server.origin)
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code])
    expect(stdout).toBe(`${LAMBDA_SENTENCE}[1]\n[1] ${LAMBDA_SENTENCE}\n`)
    await server.close(1000)
  })
})
