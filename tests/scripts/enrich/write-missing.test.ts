import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FakeListChatModel } from '@langchain/core/utils/testing'
import { describe, expect, it } from 'vitest'
import { conversationWith } from '../../../scripts/enrich/conversation.ts'
import { planEnrichment } from '../../../scripts/enrich/drafting/plan.ts'
import type { Converse } from '../../../scripts/enrich/drafting/write-entry.ts'
import { SidecarFile } from '../../../scripts/enrich/sidecar-file.ts'
import { type WriteOptions, writeMissing } from '../../../scripts/enrich/write-missing.ts'
import { CorpusError } from '../../../src/errors.ts'
import { articleOf } from '../../support/corpora/articles.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()
const article = articleOf('t', ['First.', 'Second.', 'Third.', 'Fourth.', 'Fifth.'])

async function setUp(converse: Converse, options: Partial<WriteOptions> = {}, folder?: string) {
  const directory = folder ?? (await temporaryDirectory())
  const sidecar = new SidecarFile(directory, 't.questions.yaml', article)
  const { missing } = planEnrichment(article, await sidecar.read())
  const halting = new AbortController()
  const report = writeMissing(
    missing.map((surroundings) => ({ surroundings, sidecar })),
    {
      converse,
      concurrency: 2,
      signal: halting.signal,
      halt: () => halting.abort(),
      faultOf: (error) => ({ concerns: 'run', reason: (error as Error).message }),
      display: { onProgress: () => {}, onNotice: () => {}, end: () => {} },
      ...options,
    },
  )
  return { report, path: join(directory, sidecar.source) }
}

describe('writeMissing', () => {
  it("writes with any of LangChain's chat models", async () => {
    const model = new FakeListChatModel({ responses: ['{"answers": [], "context": "About nothing."}'] })
    const { report, path } = await setUp(conversationWith(model, { signal: new AbortController().signal }))
    expect(await report).toEqual({ written: 5, questions: 0, leftOut: 0, failed: 0 })
    const written = await readFile(path, 'utf8')
    expect(written).toMatch(/^# Questions written ahead for t\.md\./)
    expect(written.match(/opening: \w+\./g)).toEqual(article.paragraphs.map(({ text }) => `opening: ${text}`))
  })

  it('has no more paragraphs in work than it may', async () => {
    let inWork = 0
    let most = 0
    const { report } = await setUp(async () => {
      inWork += 1
      most = Math.max(most, inWork)
      await new Promise(setImmediate)
      inWork -= 1
      return '{"answers": []}'
    })
    await report
    expect(most).toBe(2)
  })

  it('ends where the model fails for good, and keeps what is done', async () => {
    let calls = 0
    const { report, path } = await setUp(
      async () => {
        calls += 1
        if (calls > 2) throw new Error('gone')
        return '{"answers": []}'
      },
      { concurrency: 1 },
    )
    expect(await report).toEqual({ written: 2, questions: 0, leftOut: 0, failed: 1, halted: 'gone' })
    expect(calls).toBe(3)
    expect((await readFile(path, 'utf8')).match(/^- paragraph/gm)).toHaveLength(2)
  })

  it('does not take a file that cannot be written for a fault of the model', async () => {
    let calls = 0
    const occupied = await temporaryDirectory()
    const { report } = await setUp(
      async () => {
        calls += 1
        await mkdir(join(occupied, 't.questions.yaml'), { recursive: true })
        return '{"answers": []}'
      },
      { concurrency: 1 },
      occupied,
    )
    await expect(report).rejects.toThrow(CorpusError)
    expect(calls).toBe(1)
  })
})
