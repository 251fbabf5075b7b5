import { describe, expect, it } from 'vitest'
import { readParts } from '../support/read-parts.ts'

describe('components', () => {
  it('keep what they hold and the attributes that readers see', () => {
    expect(
      readParts(
        `import Tabs from '@theme/Tabs';
import {
  A,
} from './a'

export const Highlight = ({children, color}) => (
  <span style={{backgroundColor: color}}>
    {children}
  </span>
);

<Tabs>
  <TabItem value="eu" label="Europe" default>

The plug fits **230** volts.

  </TabItem>
  <TabItem value="us" label="America">The plug fits 120 volts.</TabItem>
</Tabs>

{/* a comment about
the price */}

<Highlight color="#25c2a0">The green kettle is the quietest.</Highlight>

<Card title="Cleaning" icon={<Icon name="x" />} text="Clean it monthly" />

<Note>
Directly below, *as Markdown*.
</Note>

<div style={{ padding: 4 }}>
In a wrapper.
</div>
`,
        'a.mdx',
      ),
    ).toEqual([
      'prose: Europe | prose: The plug fits 230 volts.',
      'prose: America | prose: The plug fits 120 volts.',
      'prose: The green kettle is the quietest.',
      'prose: Cleaning\nClean it monthly',
      'prose: Directly below, as Markdown.',
      'prose: In a wrapper.',
    ])
  })

  it('may be indented as deep as their authors like', () => {
    expect(
      readParts(
        '<Steps>\n    <Step title="One">\n        Fill it.\n\n        ```sh\n        fill\n        ```\n    </Step>\n</Steps>\n',
      ),
    ).toEqual(['prose: One | prose: Fill it.', 'code/sh: fill'])
  })

  it('stand in a line of text as their words', () => {
    expect(
      readParts('## Boil <Version>4.1</Version> {#boil}\n\nNew <Badge type="tip" text="beta" /> here.\n'),
    ).toEqual(['## Boil 4.1', 'prose: New beta here.'])
  })

  it('make one paragraph of tabs that hold code alone', () => {
    expect(
      readParts(
        '<Tabs>\n<TabItem value="npm">\n\n```sh\nnpm i\n```\n\n</TabItem>\n<TabItem value="pnpm">\n\n```sh\npnpm i\n```\n\n</TabItem>\n</Tabs>\n',
      ),
    ).toEqual(['prose: npm | code/sh: npm i | prose: pnpm | code/sh: pnpm i'])
  })

  it('of Vue lose their tags and their scripts', () => {
    expect(
      readParts(
        '<script setup>\nimport Kettle from \'./Kettle.vue\'\n\nconst litres = 3\n</script>\n\n<Kettle :litres="litres" @click="boil" />\n\n<my-note title="Mind">\n\nIt holds {{ litres }} litres.\n\n</my-note>\n\n<style scoped>\n.kettle { color: red }\n</style>\n',
      ),
    ).toEqual(['prose: Mind | prose: It holds … litres.'])
  })

  it('are told from words in angle brackets, which stay', () => {
    expect(readParts('Replace <username> with an Array<String> of 3 <b>bold</b> words.')).toEqual([
      'prose: Replace <username> with an Array<String> of 3 bold words.',
    ])
    expect(readParts('In code: `<Tabs>` and\n\n```jsx\n<Tabs a={1}>{x}</Tabs>\n```\n')).toEqual([
      'prose: In code: <Tabs> and',
      'code/jsx: <Tabs a={1}>{x}</Tabs>',
    ])
  })

  it('hold expressions in MDX alone', () => {
    expect(readParts("Since {props.year}, {'with'}{' '}{`care`}.\n\n{children}\n", 'a.mdx')).toEqual([
      'prose: Since …, with care.',
    ])
    expect(readParts('The set {a, b} is \\{small}.')).toEqual(['prose: The set {a, b} is {small}.'])
  })
})
