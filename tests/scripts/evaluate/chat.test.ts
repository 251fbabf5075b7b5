import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scoreCitations } from '../../../scripts/evaluate/chat/score-citations.ts'
import { ClaimChecker } from '../../../src/claims/check-claim.ts'
import type { Citation } from '../../../src/domain/citation.ts'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import {
  labelOf,
  type StreamingChatServer,
  startStreamingChatServer,
} from '../../support/chat/streaming-chat-server.ts'

const TIMEOUT = 180_000

describe('scoreCitations', () => {
  let checker: ClaimChecker
  beforeAll(async () => {
    checker = new ClaimChecker(await loadDictionary())
  })

  const citation = (marker: number, quote: string) =>
    ({ marker, quote, text: quote, title: '', section: '' }) as Citation
  const TOWER = citation(1, 'Henry Winstanley built the first lighthouse in 1698.')
  const FERRY = citation(2, 'The ferry runs every forty minutes.')

  it('counts what is borne out, and by what', () => {
    const answer =
      'Henry Winstanley built the first lighthouse in 1698.[1][2] The ferry runs every ten minutes.[2]'
    expect(scoreCitations({ answer, citations: [TOWER, FERRY] }, checker)).toEqual({
      statements: 2,
      supported: 1,
      citations: 3,
      relevant: 1,
    })
  })
})

describe('npm run eval -- --chat', { timeout: TIMEOUT }, () => {
  let server: StreamingChatServer
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-eval-'))
    await writeFile(
      join(folder, 'tower.md'),
      '# Towers\n\nHenry Winstanley built the first lighthouse in 1698. It was of wood.\n',
    )
    const question = {
      id: 'q1',
      q: 'Who built the first lighthouse?',
      lang: 'en',
      kind: 'fact',
      gold: ['Winstanley'],
      answer: ['Winstanley'],
    }
    await writeFile(join(folder, 'questions.jsonl'), `${JSON.stringify(question)}\n`)
    server = await startStreamingChatServer((request, reply) =>
      reply.reply(`Henry Winstanley built the first lighthouse in 1698. [${labelOf(request, 'Winstanley')}]`),
    )
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('says how well citations bear the answers out, and what they take', async () => {
    const { stdout } = await promisify(execFile)(
      'npx',
      [
        'tsx',
        'scripts/evaluate.ts',
        '--chat',
        '--corpus',
        folder,
        '--questions',
        join(folder, 'questions.jsonl'),
      ],
      {
        env: {
          ...process.env,
          CHAT_MODEL: 'fake-1',
          CHAT_BASE_URL: server.baseUrl,
          CHAT_INPUT_PRICE: '10',
          CHAT_OUTPUT_PRICE: '100',
        },
      },
    )
    expect(stdout).toContain('fake-1: 1 of 1 answers')
    expect(stdout).toContain('citation recall 1.000  precision 1.000  (1 statements)')
    expect(stdout).toContain('tokens a question: 100 in, 20 out')
    expect(stdout).toContain('cost a question: 0.00300')
  })
})
