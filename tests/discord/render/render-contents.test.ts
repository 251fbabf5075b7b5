import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { parseCustomId } from '../../../src/discord/render/custom-id.ts'
import type { MessageBody } from '../../../src/discord/render/message-body.ts'
import { renderArticles, renderSections } from '../../../src/discord/render/render-contents.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { channelMessage } from '../../support/loopback-discord/payload-rules.ts'

const { library } = fakeSnapshot()
const options = { language: 'en', publicUrl: 'https://ask.example.org' } as const
const linesOf = ({ embeds }: MessageBody) => (embeds?.[0]?.description ?? '').split('\n')
const buttonsOf = ({ components = [] }: MessageBody): APIButtonComponentWithCustomId[] =>
  components.flatMap((row) => row.components)

/** All pages, each reached by the forward button of the one before. */
function pagesOf(render: (page: number) => MessageBody): MessageBody[] {
  const pages = [render(0)]
  for (;;) {
    const last = pages.at(-1)
    const forward = last && buttonsOf(last).find(({ emoji }) => emoji?.name === '▶️')
    if (forward === undefined) return pages
    const action = parseCustomId(forward.custom_id)
    if (action?.kind !== 'sections' && action?.kind !== 'articles') throw new Error('no page')
    pages.push(render(action.page))
  }
}

describe('renderSections', () => {
  it('shows hundreds of sections a page at a time, losing none', () => {
    const article = library.articleAt(0)
    const sections = Array.from({ length: 400 }, (_, index) => ({
      heading: `Section ${index} [of] *many* @everyone`,
      level: 2 + (index % 3),
      position: 1,
    }))
    const pages = pagesOf((page) => renderSections({ ...article, sections }, page, options))
    for (const page of pages) expect(channelMessage.safeParse(page).error).toBeUndefined()
    const lines = pages.flatMap((page) => linesOf(page).slice(1))
    expect(lines).toHaveLength(400)
    expect(lines[1]).toBe(
      '  - Section 1 \\[of\\] \\*many\\* \\@everyone · [read](https://ask.example.org/articles/cloud#aa11)',
    )
    expect(buttonsOf(pages[1] as MessageBody).map(({ emoji }) => emoji?.name)).toEqual(['◀️', '▶️'])
  })

  it('lists an article without sections by its title, and without an address without links', () => {
    const ships = library.articleAt(1)
    const page = renderSections(ships, 0, { language: 'en', publicUrl: undefined })
    expect(linesOf(page)).toEqual(['**Ships**'])
    expect(page.components).toBeUndefined()
  })
})

describe('renderArticles', () => {
  it('shows a page of sixty thousand articles, reading no others', () => {
    const read: number[] = []
    const large = {
      ...library,
      articleCount: 60_000,
      articleAt: (row: number) => {
        read.push(row)
        return { ...library.articleAt(0), title: `Article ${row}` }
      },
    }
    const [first, last] = [renderArticles(large, 0, options), renderArticles(large, 1e9, options)]
    expect(linesOf(first)).toHaveLength(21)
    expect(linesOf(last).at(-1)).toContain('Article 59999')
    expect(linesOf(last)[0]).toBe('**Articles** · 3000/3000')
    expect(new Set(read).size).toBe(40)
  })

  it('names every article although titles and addresses are long', () => {
    const article = { ...library.articleAt(0), id: '很長的路徑'.repeat(20), title: '_很長_'.repeat(60) }
    const long = { ...library, articleCount: 20, articleAt: () => article }
    const page = renderArticles(long, 0, options)
    expect(channelMessage.safeParse(page).error).toBeUndefined()
    expect(linesOf(page)).toHaveLength(21)
  })
})
