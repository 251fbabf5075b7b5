import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import { markdownTable } from '../report/markdown-table.ts'
import { replaceSectionInFile } from '../report/marked-section.ts'
import { decimal } from '../report/print-summary.ts'
import { readGatePairs } from './gate-pairs.ts'
import { type JudgedPair, judgePairs, scoreGate, stoppedByFault } from './score-gate.ts'

const PAIRS = 'tests/evaluation/gate-pairs.jsonl'
const DOCUMENT = 'docs/quality.md'

/** Measures the gate on claims that are known to be supported or not, and writes the tables into docs/quality.md. */
export async function reportGate(): Promise<void> {
  const judged = judgePairs(await readGatePairs(PAIRS), await loadDictionary())
  const splits = (['dev', 'test'] as const).map((split) => judged.filter(({ pair }) => pair.split === split))
  const tables = [languageTable(splits), faultTable(splits)].join('\n\n')
  console.log(tables)
  await replaceSectionInFile(DOCUMENT, 'gate', tables)
}

type Splits = readonly (readonly JudgedPair[])[]

const GROUPS: readonly (readonly [string, (judged: JudgedPair) => boolean])[] = [
  ['English about English', ({ pair }) => pair.claimLang === 'en' && pair.supportLang === 'en'],
  ['Chinese about Chinese', ({ pair }) => pair.claimLang !== 'en' && pair.supportLang !== 'en'],
  ['English about Chinese', ({ pair }) => pair.claimLang === 'en' && pair.supportLang !== 'en'],
  ['Chinese about English', ({ pair }) => pair.claimLang !== 'en' && pair.supportLang === 'en'],
  ['**all**', () => true],
]

function languageTable(splits: Splits): string {
  const rows = GROUPS.map(([name, belongs]) => [
    name,
    ...splits.flatMap((judged) => {
      const { pairs, precision, recall } = scoreGate(judged.filter(belongs))
      return [String(pairs), decimal(precision), decimal(recall)]
    }),
  ])
  return markdownTable(['claims', 'dev', 'precision', 'recall', 'test', 'precision', 'recall'], rows)
}

function faultTable(splits: Splits): string {
  const [dev, test] = splits.map(stoppedByFault)
  const rows = [...(dev ?? [])].map(([fault, { count, stopped }]) => {
    const other = test?.get(fault)
    return [fault, `${stopped} of ${count}`, other === undefined ? '' : `${other.stopped} of ${other.count}`]
  })
  return markdownTable(['fault', 'stopped, dev', 'stopped, test'], rows)
}
