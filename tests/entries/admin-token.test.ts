import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { createApp } from '../../src/http/create-app.ts'
import { ReindexJobs } from '../../src/http/reindex-jobs.ts'
import { reindexInterface } from '../../src/http/routes/reindex.ts'
import { silentLog } from '../../src/log.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'
import { heldRebuild } from '../support/servers/held-rebuild.ts'

describe('ADMIN_TOKEN', () => {
  it.each([
    ['too short', 'correct-horse'],
    ['a space', 'correct horse battery staple'],
    ['a command that no shell has run', '$(openssl rand -hex 20)'],
    ['a character that no header can carry', 'korrektes-Pferd-ätzend'],
  ])('is refused, and not repeated: %s', (_name, token) => {
    const read = () => readConfiguration({ ADMIN_TOKEN: token })
    expect(read).toThrow('ADMIN_TOKEN must be at least 16 characters')
    expect(read).not.toThrow(token)
  })

  it('lets whoever sends it in, whichever the configuration accepts', async () => {
    const tokens = fc.stringMatching(/^[\w.~+/-]{16,40}={0,2}$/)
    await fc.assert(
      fc.asyncProperty(tokens, async (token) => {
        const { ADMIN_TOKEN } = readConfiguration({ ADMIN_TOKEN: token })
        const jobs = new ReindexJobs(heldRebuild().rebuild)
        const reindex = reindexInterface({ token: ADMIN_TOKEN, jobs, log: silentLog })
        const app = createApp({ current: () => fakeSnapshot(), interfaces: [reindex] })
        const headers = { Authorization: `Bearer ${token}` }
        expect((await app.request('/admin/reindex', { method: 'POST', headers })).status).toBe(202)
      }),
    )
  })
})
