import type { SearchableIndex } from '../../../src/retrieval/searchable-index.ts'
import type { TermKind } from '../../../src/text/terms.ts'
import type { EvaluationQuestion } from '../question-set.ts'
import { rankLexically } from '../rank-lexically.ts'
import { markdownTable } from '../report/markdown-table.ts'
import { decimal } from '../report/print-summary.ts'

const KINDS: readonly TermKind[] = ['latin', 'number', 'word', 'bigram', 'character']

/** A Markdown table: how well the words alone rank the paragraphs, and how well without those of one kind. */
export function termKindTable(
  settings: readonly {
    readonly name: string
    readonly index: SearchableIndex
    readonly questions: readonly EvaluationQuestion[]
  }[],
): string {
  const rows = [undefined, ...KINDS].map((kind) => [
    kind ?? 'nothing',
    ...settings.flatMap(({ index, questions }) => {
      const { first, firstThree } = rankLexically(questions, index, kind)
      return [decimal(first), decimal(firstThree)]
    }),
  ])
  return markdownTable(['left out', ...settings.flatMap(({ name }) => [`${name}: first`, 'first 3'])], rows)
}
