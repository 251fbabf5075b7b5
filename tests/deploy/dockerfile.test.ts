import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const dockerfile = readFileSync(`${ROOT}Dockerfile`, 'utf8')

describe('Dockerfile', () => {
  it('copies only what there is and what .dockerignore lets through', () => {
    const allowed: readonly string[] =
      readFileSync(`${ROOT}.dockerignore`, 'utf8').match(/(?<=^!).+$/gm) ?? []
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
    const sources = copies.flatMap(([, list = '']) => list.split(' '))
    expect(sources).toContain('corpus')
    expect(sources.filter((source) => !existsSync(ROOT + source))).toEqual([])
    expect(sources.filter((source) => !allowed.includes(source))).toEqual([])
  })

  describe('its health check', () => {
    const [, json = '[]'] = /HEALTHCHECK[^[]*CMD (\[.*\])/.exec(dockerfile) ?? []
    const [, ...args] = JSON.parse(json) as string[]
    let server: RunningServer

    afterEach(() => server.close(1000))

    async function isHealthy(app: ReturnType<typeof createApp>): Promise<boolean> {
      server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
      const env = { ...process.env, PORT: new URL(server.origin).port }
      return await promisify(execFile)(process.execPath, args, { env }).then(
        () => true,
        () => false,
      )
    }

    it('passes once questions are answered', async () => {
      expect(await isHealthy(createApp({ current: () => fakeSnapshot() }))).toBe(true)
    })

    it('fails until then', async () => {
      expect(await isHealthy(createApp({ current: () => undefined }))).toBe(false)
    })
  })
})
