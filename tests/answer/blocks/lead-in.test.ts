import { describe, expect, it } from 'vitest'
import { leadInTo, leadsOn } from '../../../src/answer/blocks/lead-in.ts'
import { type BlockText, paragraphOf } from '../../support/corpora/paragraphs.ts'

describe('leadsOn', () => {
  it.each(['as follows:', '如下：', '如下：」 ', '(see:)'])('hears a colon: %s', (words) => {
    expect(leadsOn(words)).toBe(true)
  })

  it.each(['10:30', 'as follows.', ':::', ''])('hears none: %s', (words) => {
    expect(leadsOn(words)).toBe(false)
  })
})

describe('leadInTo', () => {
  const leadIn: BlockText = { kind: 'prose', text: 'Boil water. Then choose:' }
  const list: BlockText = { kind: 'list', text: 'Green\n1. Black' }
  const code: BlockText = { kind: 'code', text: 'brew()' }

  function leadInOf(blocks: readonly BlockText[], index: number): string | undefined {
    const paragraph = paragraphOf(blocks)
    const span = leadInTo(paragraph, index)
    return span && paragraph.text.slice(span.start, span.end)
  }

  it('is the last sentence before, where it ends in a colon', () => {
    expect(leadInOf([leadIn, list], 1)).toBe('Then choose:')
    expect(leadInOf([{ kind: 'prose', text: 'It is easy.' }, list], 1)).toBeUndefined()
    expect(leadInOf([leadIn], 0)).toBeUndefined()
  })

  it('is the item that code belongs to', () => {
    expect(leadInOf([list, code], 1)).toBe('1. Black')
  })

  it('is no code and no row', () => {
    expect(leadInOf([code, list], 1)).toBeUndefined()
    expect(leadInOf([{ kind: 'table', text: 'a:\tb:' }, list], 1)).toBeUndefined()
  })
})
