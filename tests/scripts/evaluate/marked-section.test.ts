import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../../scripts/evaluate/report/marked-section.ts'

const TEXT = 'Before.\n\n<!-- table -->\nold\n<!-- /table -->\n\n<!-- other -->\nkept\n<!-- /other -->\n'

describe('replaceSection', () => {
  it('replaces what stands between the markers, and that alone', () => {
    const replaced = replaceSection(TEXT, 'table', 'new $& text')
    expect(replaced).toContain('<!-- table -->\n\nnew $& text\n\n<!-- /table -->')
    expect(replaced).not.toContain('old')
    expect(replaced).toContain('Before.')
    expect(replaced).toContain('<!-- other -->\nkept\n<!-- /other -->')
  })

  it('changes nothing when it is done again', () => {
    const once = replaceSection(TEXT, 'table', 'new')
    expect(replaceSection(once, 'table', 'new')).toBe(once)
  })

  it('refuses a text without the markers', () => {
    expect(() => replaceSection(TEXT, 'missing', 'new')).toThrow('<!-- missing -->')
    expect(() => replaceSection('<!-- /table --> <!-- table -->', 'table', 'new')).toThrow()
  })
})
