import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WORKER_ENVIRONMENT } from '../support/servers/worker-environment.ts'

/** What Workers take on every plan (https://developers.cloudflare.com/workers/platform/limits/); until May 2026, 3 MB compressed. */
const MOST_BYTES = 64 * 2 ** 20
/**
 * An isolate has to parse the code within a second, on a slow processor too; all of it takes a tenth of one here. A third is
 * LangChain's client of a language model, another sixth one string, the weights of the classifier of turns.
 */
const MOST_COMPRESSED_CODE = 1_200_000

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

  it('fits into what Workers take', () => {
    const sizes = [...files.values()].map((content) => content.byteLength)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
    const code = files.get('worker.js') ?? Buffer.alloc(0)
    expect(gzipSync(code).byteLength).toBeLessThan(MOST_COMPRESSED_CODE)
  })

  it('needs nothing of Node', () => {
    const code = files.get('worker.js')?.toString() ?? ''
    expect(code).toContain('/ask')
    // Hono's JSX asks whether this is Node, and does without where it is not.
    // OpenAI's client names a module of Node in the words of an error.
    const called = code.replaceAll('?.("node:async_hooks")', '').replaceAll("import('node:buffer').File", '')
    expect(called).not.toMatch(
      /["'`]node:[a-z]|hnswlib|require\(["'`](fs|path|os|crypto|util|events|stream)["'`]\)/,
    )
  })
})
