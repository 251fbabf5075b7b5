import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WORKER_ENVIRONMENT } from '../support/worker-environment.ts'

/** What the free plan of Cloudflare Workers takes, compressed. */
const FREE_PLAN_BYTES = 3_000_000

describe('what is deployed to Workers', () => {
  let folder: string
  const files = new Map<string, Buffer>()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-worker-'))
    await promisify(execFile)('npx', ['wrangler', 'deploy', '--dry-run', '--outdir', folder], {
      env: { ...process.env, ...WORKER_ENVIRONMENT },
    })
    // The source map and a note are for us; the rest is uploaded.
    const uploaded = (await readdir(folder)).filter((name) => /\.(js|bin)$/.test(name))
    for (const name of uploaded) files.set(name, await readFile(join(folder, name)))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('is the code and the index', () => {
    expect([...files.keys()].map((name) => name.replace(/^.*-/, '')).sort()).toEqual([
      'index.bin',
      'worker.js',
    ])
  })

  it('fits into the free plan', () => {
    const sizes = [...files.values()].map((content) => gzipSync(content).byteLength)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FREE_PLAN_BYTES)
  })

  it('needs nothing of Node', () => {
    const code = files.get('worker.js')?.toString() ?? ''
    expect(code).toContain('/ask')
    expect(code).not.toMatch(
      /["'`]node:[a-z]|hnswlib|require\(["'`](fs|path|os|crypto|util|events|stream)["'`]\)/,
    )
  })
})
