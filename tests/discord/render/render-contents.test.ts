import { describe, expect, it } from 'vitest'
import { renderArticles, renderSections } from '../../../src/discord/render/render-contents.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { channelMessage } from '../../support/loopback-discord/payload-rules.ts'

const { library } = fakeSnapshot()
const options = { language: 'en', publicUrl: 'https://ask.example.org' } as const
const descriptions = (messages: ReturnType<typeof renderSections>) =>
  messages.map(({ embeds }) => embeds?.[0]?.description ?? '')

describe('renderSections', () => {
  it('spreads hundreds of sections over messages, losing none', () => {
    const article = library.articleAt(0)
    const sections = Array.from({ length: 400 }, (_, index) => ({
      heading: `Section ${index} [of] *many* @everyone`,
      level: 2 + (index % 3),
      position: 1,
    }))
    const messages = renderSections({ ...article, sections }, options)
    expect(messages.length).toBeGreaterThan(1)
    for (const message of messages) expect(channelMessage.safeParse(message).error).toBeUndefined()
    const lines = descriptions(messages).join('\n').split('\n')
    expect(lines).toHaveLength(401)
    expect(lines[2]).toBe(
      '  - Section 1 \\[of\\] \\*many\\* \\@everyone · [read](https://ask.example.org/articles/cloud#aa11)',
    )
  })

  it('lists an article without sections by its title, and without an address without links', () => {
    const ships = library.articleAt(1)
    expect(descriptions(renderSections(ships, { language: 'en', publicUrl: undefined }))).toEqual([
      '**Ships**',
    ])
  })
})

describe('renderArticles', () => {
  it('spreads hundreds of articles over messages', () => {
    const article = { ...library.articleAt(0), title: '很長的標題'.repeat(60) }
    const messages = renderArticles({ ...library, articleCount: 100, articleAt: () => article }, options)
    expect(messages.length).toBeGreaterThan(1)
    for (const message of messages) expect(channelMessage.safeParse(message).error).toBeUndefined()
    expect(descriptions(messages).join('\n').split('\n')).toHaveLength(101)
  })
})
