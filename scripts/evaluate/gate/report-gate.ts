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
  const splits = SPLITS.map((split) => judged.filter(({ pair }) => pair.split === split))
  const tables = [languageTable(splits), faultTable(splits)].join('\n\n')
  console.log(tables)
  await replaceSectionInFile(DOCUMENT, 'gate', tables)
}

const SPLITS = ['dev', 'test', 'unseen'] as const

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
  return markdownTable(['claims', ...SPLITS.flatMap((split) => [split, 'precision', 'recall'])], rows)
}

function faultTable(splits: Splits): string {
  const stopped = splits.map(stoppedByFault)
  const faults = [...new Set(stopped.flatMap((of) => [...of.keys()]))].sort()
  const rows = faults.map((fault) => [
    fault,
    ...stopped.map((of) => {
      const found = of.get(fault)
      return found === undefined ? '' : `${found.stopped} of ${found.count}`
    }),
  ])
  return markdownTable(['fault', ...SPLITS.map((split) => `stopped, ${split}`)], rows)
}
