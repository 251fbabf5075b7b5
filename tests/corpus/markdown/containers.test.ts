import { describe, expect, it } from 'vitest'
import { readParts } from '../support/read-parts.ts'

describe('containers and call-outs', () => {
  it('keep title and content, and lose their marks (VitePress, VuePress)', () => {
    expect(
      readParts(
        '::: tip\nFill the kettle.\n:::\n\n::: warning Hot `surface`\nThe lid is hot.\n\n- a\n- b\n:::\n\n::: details Click me {open}\n```js\non()\n```\n:::\n',
      ),
    ).toEqual([
      'prose: Fill the kettle.',
      'prose: Hot surface | prose: The lid is hot.',
      'list: a\nb',
      'prose: Click me | code/js: on()',
    ])
  })

  it('are read in every other form', () => {
    const said = (markdown: string) => readParts(markdown)
    expect(said(':::note\n\nIt holds two litres.\n\n:::\n')).toEqual(['prose: It holds two litres.'])
    expect(said(':::caution[Hot steam]\nKeep away.\n:::\n')).toEqual(['prose: Hot steam | prose: Keep away.'])
    expect(said('::: {.callout-tip title="Well"}\nRest.\n:::\n')).toEqual(['prose: Well | prose: Rest.'])
    expect(said(':::{note} Title\nText.\n:::\n')).toEqual(['prose: Title | prose: Text.'])
    expect(said('!!! note "Mind"\n\n    Text *here*.\n\n    ```sh\n    ls\n    ```\n\nAfter.\n')).toEqual([
      'prose: Mind | prose: Text here.',
      'code/sh: ls',
      'prose: After.',
    ])
    expect(said('??? question\n    Why?\n')).toEqual(['prose: Why?'])
    expect(said('=== "C"\n\n    one\n\n=== "D"\n\n    two\n')).toEqual([
      'prose: C | prose: one',
      'prose: D | prose: two',
    ])
    expect(said('```{warning} Careful\n:class: big\nHot *water*.\n```\n')).toEqual([
      'prose: Careful | prose: Hot water.',
    ])
    expect(said('```{code-block} python\n:linenos:\n\nx = 1\n```\n')).toEqual(['code/python: x = 1'])
    expect(said('> [!NOTE]\n> Rinse it.\n\n> [!info]- Filter *one*\n> Weekly.\n>\n> - a\n')).toEqual([
      'prose: Rinse it.',
      'prose: Filter one | prose: Weekly.',
      'list: a',
    ])
  })

  it('may stand in lists, in quotations and in one another', () => {
    expect(readParts('- one\n\n  ::: tip T\n  inside\n  :::\n\n- two\n')).toEqual([
      'list: one | prose: T | prose: inside | list: two',
    ])
    expect(readParts(':::: info A\n::: tip B\nx\n:::\ny\n::::\nz\n')).toEqual([
      'prose: A | prose: B | prose: x',
      'prose: y',
      'prose: z',
    ])
  })

  it('make one paragraph of pieces of code of which one is seen at a time', () => {
    expect(
      readParts(
        'Install it:\n\n::: code-group\n\n```sh [npm]\nnpm i kettle\n```\n\n```sh [yarn]\nyarn add kettle\n```\n\n:::\n',
      ),
    ).toEqual([
      'prose: Install it: | prose: npm | code/sh: npm i kettle | prose: yarn | code/sh: yarn add kettle',
    ])
    expect(readParts('::: tabs\n@tab A\none\n@tab B\ntwo\n:::\n')).toEqual([
      'prose: A | prose: one',
      'prose: B | prose: two',
    ])
  })

  it('are left alone in code', () => {
    expect(readParts('```md\n::: tip\nx\n:::\n!!! note\n```\n\n    ::: tip\n')).toEqual([
      'code/md: ::: tip\nx\n:::\n!!! note',
      'code: ::: tip',
    ])
    expect(readParts('Write `::: tip` first.')).toEqual(['prose: Write ::: tip first.'])
  })
})
