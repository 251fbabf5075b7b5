import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { fakeSnapshot } from '../support/fake-snapshot.ts'

const app = createApp({ current: () => fakeSnapshot() })

/** Bytes that travel, compressed as any server in front compresses. */
async function compressed(path: string): Promise<number> {
  const response = await app.request(path, { headers: { 'Accept-Language': 'zh-TW' } })
  expect(response.status).toBe(200)
  return gzipSync(await response.arrayBuffer()).byteLength
}

describe('what a page weighs, compressed', () => {
  it.each([
    ['/', 4_000],
    ['/?q=Lambda', 5_000],
    ['/articles/cloud', 4_000],
    ['/style.css', 8_000],
    ['/chat.js', 16_000],
    ['/reader.js', 3_000],
    ['/widget.js', 20_000],
  ])('%s is at most %d bytes', async (path, most) => {
    expect(await compressed(path)).toBeLessThanOrEqual(most)
  })

  it('is at most 30 000 bytes for all of the chat', async () => {
    const parts = await Promise.all(['/', '/style.css', '/chat.js', '/icon.svg'].map(compressed))
    expect(parts.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(30_000)
  })
})
