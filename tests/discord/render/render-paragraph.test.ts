import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unescapeMarkdown } from '../../../src/discord/render/markdown.ts'
import { renderParagraph } from '../../../src/discord/render/render-paragraph.ts'
import type { BlockKind } from '../../../src/domain.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { channelMessage } from '../../support/loopback-discord/payload-rules.ts'
import { anyText } from '../arbitrary-answers.ts'

const article = fakeSnapshot().library.articleAt(0)
const options = { language: 'en', publicUrl: 'https://ask.example.org' } as const
const withoutSpace = (text: string) => text.replace(/[\s\u200b]+/g, '')

/** The rendered words without the heading and without what was put around them. */
function wordsOf(kind: BlockKind, text: string): string {
  const paragraph = {
    ...article.paragraphs[0],
    id: 'cloud#aa11',
    article: 'cloud',
    position: 1,
    section: '',
    kind,
    text,
  }
  const messages = renderParagraph(
    article,
    { ...paragraph, blocks: [{ kind, start: 0, end: text.length }], sentences: [] },
    options,
  )
  for (const message of messages) expect(channelMessage.safeParse(message).error).toBeUndefined()
  const pieces = messages.map(({ embeds }, index) => {
    const description = embeds?.[0]?.description ?? ''
    const body = index === 0 ? description.slice(description.indexOf('\n') + 1) : description
    if (kind === 'prose') return unescapeMarkdown(body)
    expect(body).toMatch(/^```\n[\s\S]*\n```$/)
    expect(body.slice(3, -3)).not.toContain('```')
    return body.slice(4, -4)
  })
  return withoutSpace(pieces.join(''))
}

describe('renderParagraph', () => {
  it('shows any paragraph whole and within the limits, as prose or as code', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<BlockKind>('prose', 'code', 'table'), (text, kind) => {
        expect(wordsOf(kind, text)).toBe(withoutSpace(text))
      }),
      { numRuns: 500 },
    )
  })

  it('continues a long block of code in a fence of its own', () => {
    const code = Array.from({ length: 300 }, (_, line) => `  const value${line} = run(${line})`).join('\n')
    expect(wordsOf('code', code)).toBe(withoutSpace(code))
  })

  it('heads it with the article, the section and a link', () => {
    const [message] = renderParagraph(article, fakeSnapshot().library.paragraphAt(3), options)
    expect(message?.embeds?.[0]?.description).toMatch(
      /^\*\*雲 \\<計算> & 容器 · 更深 · \[paragraph 4\]\(https:\/\/ask\.example\.org\/articles\/cloud#dd44\)\*\*\n```\nif \(a < b\)/,
    )
  })
})
