import { describe, expect, it } from 'vitest'
import { shownCode } from '../../../src/corpus/blocks/code-marks.ts'

describe('code as its readers see it', () => {
  it('has its language and its title apart from how it is to be shown', () => {
    expect(shownCode('x', 'ts{1,3} [vite.config.ts]')).toEqual({
      text: 'x',
      language: 'ts',
      title: 'vite.config.ts',
    })
    expect(shownCode('x', 'js title="src/a b.js" showLineNumbers')).toMatchObject({ title: 'src/a b.js' })
    expect(shownCode('x', 'js src/App.js active')).toMatchObject({ title: 'src/App.js' })
    expect(shownCode('x', '{.python .numberLines}')).toMatchObject({ language: 'python' })
    expect(shownCode('x', 'c++')).toEqual({ text: 'x', language: 'c++' })
    expect(shownCode('x', 'ts:line-numbers {1}')).toEqual({ text: 'x', language: 'ts' })
    expect(shownCode('x', '')).toEqual({ text: 'x' })
  })

  it('takes no setting for a title', () => {
    expect(shownCode('x', "js {expectedErrors: {'react-compiler': [6]}} {4-7}").title).toBeUndefined()
    expect(shownCode('x', 'js [[1, 6, "count"]]').title).toBeUndefined()
    expect(shownCode('x', '{.python filename="run.py"}').title).toBe('run.py')
  })

  it('has no marks of Shiki, Docusaurus and Twoslash', () => {
    expect(shownCode('a() // [!code focus]\nb() // [!code ++]\n// [!code word:a]\nc()', 'js').text).toBe(
      'a()\nb()\nc()',
    )
    expect(
      shownCode('// highlight-next-line\na()\nb() // highlight-line\n# highlight-start\nc', 'js').text,
    ).toBe('a()\nb()\nc')
    expect(shownCode('<p> <!-- [!code highlight] -->', 'html').text).toBe('<p>')
    expect(
      shownCode(
        '// @errors: 1\nimport x\n// ---cut---\nconst a = x\n//    ^?\n// ---cut-after---\nend',
        'ts twoslash',
      ).text,
    ).toBe('const a = x')
    expect(shownCode('a\n// ---cut-start---\nb\n// ---cut-end---\nc', 'ts').text).toBe('a\nc')
    expect(shownCode('// @ts-check\na', 'ts').text).toBe('// @ts-check\na')
  })

  it('shows what a change takes away and adds', () => {
    expect(shownCode('a\nold // [!code --]\nnew // [!code ++]', 'js').text).toBe('  a\n- old\n+ new')
  })
})
