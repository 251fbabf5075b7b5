import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderParagraph } from '../../../src/discord/render/render-paragraph.ts'
import { unescapeMarkdown } from '../../../src/discord/render/text/markdown.ts'
import type { BlockKind } from '../../../src/domain/block.ts'
import { fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { channelMessage } from '../../support/loopback-discord/payload-rules.ts'
import { anyText } from '../arbitrary-answers.ts'

const article = fakeSnapshot().library.articleAt(0)
const options = { language: 'en', publicUrl: 'https://ask.example.org' } as const
const withoutSpace = (text: string) => text.replace(/[\s\u200b]+/g, '')

/** The rendered words without the label and without what was put around them. */
function wordsOf(kind: BlockKind, text: string): string {
  const paragraph = {
    id: 'cloud#aa11',
    article: 'cloud',
    position: 1,
    section: '',
    kind,
    text,
    blocks: [{ kind, start: 0, end: text.length }],
    sentences: [],
  }
  const messages = renderParagraph(article, paragraph, options)
  for (const message of messages) expect(channelMessage.safeParse(message).error).toBeUndefined()
  const pieces = messages.map(({ embeds }) => {
    const body = (embeds?.[0]?.description ?? '').replace(/(^|\n)-# [^\n]*$/, '')
    if (kind === 'prose' || body === '') return unescapeMarkdown(body)
    expect(body).toMatch(/^```\n[\s\S]*\n```$/)
    expect(body.slice(3, -3)).not.toContain('```')
    return body.slice(4, -4)
  })
  return withoutSpace(pieces.join(''))
}

describe('renderParagraph', () => {
  it('shows any paragraph whole and within the limits, as prose or as code', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<BlockKind>('prose', 'code'), (text, kind) => {
        expect(wordsOf(kind, text)).toBe(withoutSpace(text))
      }),
      { numRuns: 500 },
    )
  })

  it('continues a long block of code in a fence of its own', () => {
    const code = Array.from({ length: 300 }, (_, line) => `  const value${line} = run(${line})`).join('\n')
    expect(wordsOf('code', code)).toBe(withoutSpace(code))
  })

  it('names the article, the section and a link below it', () => {
    const [message] = renderParagraph(article, fakeSnapshot().library.paragraphAt(3), options)
    expect(message?.embeds?.[0]?.description).toMatch(
      /^```\nif \(a < b\)[\s\S]*```\n-# 雲 \\<計算> & 容器 · 更深 · \[paragraph 4\]\(https:\/\/ask\.example\.org\/articles\/cloud#dd44\)$/,
    )
  })

  it('marks the cited words', () => {
    const paragraph = fakeSnapshot().library.paragraphAt(0)
    const start = paragraph.text.indexOf(LAMBDA_SENTENCE)
    const span = { start, end: start + LAMBDA_SENTENCE.length }
    const [message] = renderParagraph(article, paragraph, { ...options, span })
    expect(message?.embeds?.[0]?.description).toContain(`當時是**${LAMBDA_SENTENCE}**之後一切都變了。\n-# `)
  })

  it('aligns a table, Chinese with Latin, and points at the cited row', () => {
    const paragraph = fakeSnapshot().library.paragraphAt(2)
    const start = paragraph.text.indexOf('Docker')
    const [message] = renderParagraph(article, paragraph, { ...options, span: { start, end: start + 11 } })
    expect(message?.embeds?.[0]?.description).toContain(
      '```\n  名稱    年份\n  ──────  ────\n▸ Docker  2013\n  Lambda  2014\n```',
    )
  })

  it('shows a table too wide for a screen row by row', () => {
    const wide = `Plan\tTerms\nFree\t${'many words '.repeat(12).trim()}`
    expect(wordsOfTable(wide)).toContain(`**Free**\n- Terms: ${'many words '.repeat(12).trim()}`)
  })
})

function wordsOfTable(text: string): string {
  const blocks = [{ kind: 'table', start: 0, end: text.length }] as const
  const paragraph = { ...fakeSnapshot().library.paragraphAt(2), text, blocks, sentences: [] }
  return renderParagraph(article, paragraph, options)[0]?.embeds?.[0]?.description ?? ''
}
