import { describe, expect, it } from 'vitest'
import { readParts } from '../support/read-parts.ts'

const read = (text: string) => readParts(text, 'page.mdx')

describe('values that a component is given', () => {
  it('are the list that readers see of them', () => {
    expect(
      read(`## Parameters

<PropertiesTable
  content={[
    {
      name: 'tool', // the first one
      type: 'Object',
      description: 'The {tool} to call, see \`run\`.',
      properties: [{ type: 'Options', parameters: [
        { name: "limit", type: 'number | Array<string>', isOptional: true,
          description: 'How many, ' + 'at most.' },
        { name: 'node', description: <b>No text</b> },
      ] }],
    },
  ]}
/>

After it.`),
    ).toEqual([
      '## Parameters',
      'list: tool (Object): The {tool} to call, see run.\n  Options\n    limit (number | Array<string>): How many, at most.\n    node',
      'prose: After it.',
    ])
  })

  it('are read however long they are', () => {
    const rows = Array.from(
      { length: 300 },
      (_, row) => `{ name: 'row${row}', description: '${'word '.repeat(25)}' },`,
    )
    const [list] = read(`<Table rows={[${rows.join('\n')}]} />`)
    expect(list).toContain('row299: word word')
    expect(list).not.toContain('{')
  })

  it('say nothing where no reader sees words of them', () => {
    expect(
      read(`<Chart data={[{ x: 1, y: 2 }]} style={{ width: 4 }} sizes={['a', 'b']} />\n\nWords.`),
    ).toEqual(['prose: Words.'])
  })

  it('name the tabs of a group, in their order or by their value', () => {
    expect(
      read(`<Tabs items={['pnpm', 'npm']}>
  <Tabs.Tab>Type this.</Tabs.Tab>
  <Tabs.Tab>Type that.</Tabs.Tab>
</Tabs>

<Tabs values={[{label: 'Linux', value: 'l'}, {label: 'macOS', value: 'm'}]}>
<TabItem value="m">Use brew.</TabItem>
<TabItem value="l">Use apt.</TabItem>
</Tabs>`),
    ).toEqual([
      'prose: pnpm | prose: Type this.',
      'prose: npm | prose: Type that.',
      'prose: macOS | prose: Use brew.',
      'prose: Linux | prose: Use apt.',
    ])
  })
})

describe('components', () => {
  it('that show what to type are code, braces and all', () => {
    expect(read('<Snippet text={`import { kettle } from "kettle"`} prompt={false} />')).toEqual([
      'code: import { kettle } from "kettle"',
    ])
    expect(read('Run <Command text="npm i" /> first.')).toEqual(['prose: Run npm i first.'])
  })

  it('with words in braces keep them', () => {
    expect(read('<Card title="Call {name} first">\n\nWords.\n\n</Card>')).toEqual([
      'prose: Call {name} first | prose: Words.',
    ])
  })

  it('that describe a field show its name and its type', () => {
    expect(read('<ParamField body="limit" type="integer" required>\nHow many.\n</ParamField>')).toEqual([
      'prose: limit (integer) | prose: How many.',
    ])
  })

  it('that say yes or no say so in a table', () => {
    expect(
      read('| Feature | A | B |\n| --- | --- | --- |\n| Streaming | <Check size={18} /> | <Cross /> |'),
    ).toEqual(['table: Feature\tA\tB\nStreaming\t✓\t✗'])
  })
})
