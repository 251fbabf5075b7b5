import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import { BuiltinEmbeddings } from '../../../src/embeddings/builtin.ts'
import { smallDictionary } from './small-corpus.ts'
import { openIndexWith } from './small-corpus-index.ts'

/** A command that is wider than any screen. */
export const LONG_COMMAND = `lantern migrate ${'--with-an-option-that-has-a-long-name '.repeat(8)}--quiet`

const MIGRATING = `# Migrating a lantern

## Moving the database

To move the database, run \`lantern migrate\` in the folder of the lantern. It’s safe to run it **twice**, see the [guide for keepers](https://example.org/keepers). Nothing is read from [the local guide](./local.md).

\`\`\`sh
${LONG_COMMAND}
\`\`\`

## Limits of a migration by \`--batch\`

| option | default | rows |
| :-- | :-: | --: |
| \`--batch\` | on | 500 |
| \`--wait\` | off | 20 |
`

const OTHERS = [
  'Trimming the wick',
  'A title that is far longer than the screen of any telephone that people carry, and then some more of it',
  'Cleaning-the-lens-without-any-place-where-a-line-could-be-broken-by-anyone-at-all',
  'Oil and its prices',
  'Keepers on leave',
]

/** What documentation is like: several articles with inline markup, code and tables, and no question written ahead. */
export async function documentationSnapshot(): Promise<IndexSnapshot> {
  const texts = [
    MIGRATING,
    ...OTHERS.map((title) => `# ${title}\n\n## Basics\n\nThis page is about one thing: ${title}.`),
  ]
  const articles = texts.map((text, at) => parseArticle({ path: `page-${at}.md`, text }))
  const corpus = { articles, writtenQuestions: [], unanswered: [], problems: [], hash: 'documentation' }
  return openSnapshot(await openIndexWith(new BuiltinEmbeddings(smallDictionary()), { corpus }))
}
