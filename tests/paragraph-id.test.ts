import { describe, expect, it } from 'vitest'
import { ParagraphIds } from '../src/corpus/paragraph-ids.ts'
import { anchorOf, articleIdOf, wordsHashOf } from '../src/paragraph-id.ts'

describe('the parts of a paragraph id', () => {
  it('are the article, which may hold a # itself, and the anchor', () => {
    expect(articleIdOf('c#/notes#0123456789ab-2')).toBe('c#/notes')
    expect(anchorOf('c#/notes#0123456789ab-2')).toBe('0123456789ab-2')
    expect(articleIdOf('notes')).toBe('')
  })

  it('say which paragraphs have the same words', () => {
    const [notes, more] = [new ParagraphIds('notes'), new ParagraphIds('more')]
    const ids = [notes.next('Ａ b'), notes.next('A\nb'), more.next('A b')]
    expect(new Set(ids).size).toBe(3)
    expect(new Set(ids.map(wordsHashOf)).size).toBe(1)
    expect(wordsHashOf(more.next('A c'))).not.toBe(wordsHashOf(ids[0] as string))
  })
})
