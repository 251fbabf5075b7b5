import { describe, expect, it } from 'vitest'
import { readParts } from '../support/read-parts.ts'

describe('what a site puts in from elsewhere', () => {
  it('is no code that readers see', () => {
    expect(
      readParts(`Before.

\`\`\`rust
{{#rustdoc_include ../listings/main.rs:here}}
\`\`\`

=== "Python"

    \`\`\`python
    {!> ../src/x.py!}
    \`\`\`

{* ../src/y.py hl[1] *}

{!> ../src/z.py!}

\`embed:hello/index.js\`

\`\`\`yaml
kettle: on
--8<-- "rest.yaml"
\`\`\``),
    ).toEqual(['prose: Before.', 'code/yaml: kettle: on'])
  })

  it('leaves out the lines of Rust that only a program needs', () => {
    expect(
      readParts(
        '```rust\n# fn main() {\n#\n#[derive(Debug)]\n## shown\nlet v = 1;\n# }\n```\n\n```sh\n# a comment\n```',
      ),
    ).toEqual(['code/rust: #[derive(Debug)]\n# shown\nlet v = 1;', 'code/sh: # a comment'])
  })
})

describe('tags within a line', () => {
  it('show the words that they carry, a gap where only a program knows them, and nothing else', () => {
    expect(
      readParts(
        'A {{< glossary_tooltip term_id="pod" text="Pod" >}} on a {{< glossary_tooltip term_id="worker-node" >}}, since {{< skew currentVersion >}}.\n\nUse {% data variables.product.name %}. {% ifversion a %}It is free.{% endif %} [Here]({{< ref "x" >}}).',
      ),
    ).toEqual(['prose: A Pod on a worker node, since ….', 'prose: Use …. It is free. Here.'])
  })

  it('show included words, and the code of tabs as code', () => {
    expect(
      readParts(
        '{% include note.html content="Mind the **lid**." %}\n\n{{< tabs name="install_it" >}}\n{{< tab name="Linux" codelang="bash" >}}\ncurl -LO x\n{{< /tab >}}\n{{< /tabs >}}',
      ),
    ).toEqual(['prose: Mind the lid.', 'prose: Linux | code/bash: curl -LO x'])
  })
})

describe('lists of definitions', () => {
  it('are lists of terms with what they mean', () => {
    expect(
      readParts(`Words before.

Apple
:   A fruit
    of a tree.

Pear
Quince
: Another fruit.
: A tree.

Words behind.`),
    ).toEqual([
      'prose: Words before.',
      'list: Apple\n  A fruit of a tree.\nPear\nQuince\n  Another fruit.\n  A tree.',
      'prose: Words behind.',
    ])
  })

  it('are told from lines that begin with a colon', () => {
    expect(readParts('# Title\n: no term above\n\n```\nterm\n: code\n```')).toEqual([
      'prose: : no term above',
      'code: term\n: code',
    ])
  })
})

describe('blocks between slashes or two colons', () => {
  it('keep their title and what they hold', () => {
    expect(
      readParts('/// note | Technical\n    type: tip\n\nInside.\n\n///\n\n/// warning\n\nAlone.\n\n///'),
    ).toEqual(['prose: Technical | prose: Inside.', 'prose: Alone.'])
    expect(
      readParts(
        '::note{to="/docs"}\nRead this.\n::\n\n::card{title="Fast" icon="x"}\nIt is :badge[New]{type="info"} fast.\n::\n\n::read-more{to="/x"}\n\n::hero\n---\ntitle: Big words\nicon: y\n---\n#description\nOf the hero.\n::',
      ),
    ).toEqual([
      'prose: Read this.',
      'prose: Fast | prose: It is New fast.',
      'prose: Big words | prose: Of the hero.',
    ])
  })

  it('are groups of code', () => {
    expect(readParts('::code-group\n```bash [npm]\nnpm i\n```\n```bash [yarn]\nyarn\n```\n::')).toEqual([
      'prose: npm | code/bash: npm i | prose: yarn | code/bash: yarn',
    ])
  })

  it('are left alone where nothing closes them', () => {
    expect(readParts('/// note\n\nWords.')).toEqual(['prose: /// note', 'prose: Words.'])
  })
})
