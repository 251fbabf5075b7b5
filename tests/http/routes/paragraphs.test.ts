import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/http/create-app.ts'
import { paragraphResponse } from '../../../src/protocol/paragraph-schemas.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { problemOf } from '../../support/problem-of.ts'

describe('GET /paragraphs/:id', () => {
  const app = createApp({ current: () => fakeSnapshot() })

  async function read(path: string) {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    const body = await response.json()
    expect(paragraphResponse.parse(body)).toEqual(body)
    return paragraphResponse.parse(body)
  }

  it('is the paragraph with one before and one after it', async () => {
    const { before, after, ...paragraph } = await read('/paragraphs/cloud%23bb22')
    expect(paragraph).toMatchObject({
      id: 'cloud#bb22',
      article: 'cloud',
      section: '1、開始',
      paragraph: 2,
      kind: 'list',
      url: '/articles/cloud#bb22',
      generation: 'generation-1',
    })
    expect(before.map(({ id }) => id)).toEqual(['cloud#aa11'])
    expect(after.map(({ id }) => id)).toEqual(['cloud#cc33'])
  })

  it.each([
    ['cloud%23aa11?neighbours=2', [], ['cloud#bb22', 'cloud#cc33']],
    ['cloud%23dd44?neighbours=2', ['cloud#bb22', 'cloud#cc33'], ['cloud#ee55', 'cloud#ff66']],
    ['cloud%23bb22?neighbours=0', [], []],
    ['notes%2Fships%23a1b2?neighbours=5', [], []],
    ['notes/ships%23a1b2', [], []],
  ])('%s', async (path, before, after) => {
    const paragraph = await read(`/paragraphs/${path}`)
    expect(paragraph.before.map(({ id }) => id)).toEqual(before)
    expect(paragraph.after.map(({ id }) => id)).toEqual(after)
  })

  it.each([
    ['cloud%230000', 'may have changed'],
    ['gone%23aa11', 'may have changed'],
    ['cloud', '%23'],
  ])('knows no %s', async (path, words) => {
    const response = await app.request(`/paragraphs/${path}`)
    expect(response.status).toBe(404)
    const { type, detail } = await problemOf(response)
    expect(type).toBe('urn:footnote:problem:not-found')
    expect(detail).toContain(words)
  })

  it.each(['-1', '6', 'many', ''])('refuses neighbours=%s', async (neighbours) => {
    const response = await app.request(`/paragraphs/cloud%23aa11?neighbours=${neighbours}`)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toMatchObject([{ parameter: 'neighbours' }])
  })
})
