import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runMeasurement } from './run-measurement.ts'
import { scaleChart } from './scale/chart.ts'
import type { BuildFigures, EditFigures, ScaleFigures, ServeFigures } from './scale/measure.ts'
import type { Percentiles } from './timed.ts'

const MEASURE = fileURLToPath(new URL('scale/measure.ts', import.meta.url))
/** The middle one of them counts. */
const EDITS = 3
const DEFAULT_SIZES = '1000,10000,100000,1000000'

/**
 * `npm run bench -- scale`: builds, edits, opens and asks indexes of growing size, prints the table and draws the
 * growth. Every size has its own processes.
 */
export async function benchScale(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: DEFAULT_SIZES },
      chart: { type: 'string', default: 'docs/scale.svg' },
    },
  })
  const rows: ScaleFigures[] = []
  for (const passages of values.sizes.split(',').map(Number)) {
    console.error(`Measuring ${passages.toLocaleString('en')} passages`)
    rows.push(await measure(passages))
    console.log(scaleTable(rows.slice(-1), rows.length === 1))
  }
  await writeFile(values.chart, scaleChart(rows))
  console.error(`Drawn in ${values.chart}`)
}

async function measure(passages: number): Promise<ScaleFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-scale-'))
  try {
    const built = await runMeasurement<BuildFigures>(MEASURE, 'build', String(passages), folder)
    const edits: EditFigures[] = []
    for (let edit = 0; edit < EDITS; edit++)
      edits.push(await runMeasurement<EditFigures>(MEASURE, 'edit', String(passages), folder))
    const [, edited] = edits.sort((a, b) => a.editSeconds - b.editSeconds)
    if (edited === undefined) throw new Error('Nothing was edited')
    return {
      passages,
      ...built,
      ...edited,
      ...(await runMeasurement<ServeFigures>(MEASURE, 'serve', String(passages), folder)),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The figures as a Markdown table. */
function scaleTable(rows: readonly ScaleFigures[], withHeading: boolean): string {
  const columns: readonly (readonly [string, (figures: ScaleFigures) => string])[] = [
    ['passages', ({ passages }) => passages.toLocaleString('en')],
    ['build', ({ buildSeconds }) => `${buildSeconds.toFixed(1)} s`],
    ['edit', ({ editSeconds }) => `${editSeconds.toFixed(1)} s`],
    ['edit/build', ({ editSeconds, buildSeconds }) => percent(editSeconds / buildSeconds)],
    ['load', ({ loadSeconds }) => `${loadSeconds.toFixed(2)} s`],
    ['resident', ({ residentMegabytes }) => `${residentMegabytes.toFixed(0)} MB`],
    ['disk', ({ diskMegabytes }) => `${diskMegabytes.toFixed(0)} MB`],
    ['vectors + text', ({ contentMegabytes }) => `${contentMegabytes.toFixed(0)} MB`],
    ['the same as stored', ({ storedMegabytes }) => `${storedMegabytes.toFixed(0)} MB`],
    ['search p50 / p99', ({ searchMilliseconds }) => latency(searchMilliseconds, 1)],
    ['exact p50', ({ exactMilliseconds: { processorP50 } }) => `${processorP50.toFixed(1)} ms`],
    ['recall@10', ({ recallAt10 }) => recallAt10.toFixed(3)],
    ['ask p50 / p99', ({ askMilliseconds }) => latency(askMilliseconds, 1)],
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map((row) => line(columns.map(([, cell]) => cell(row))))
  const heading = [line(columns.map(([name]) => name)), line(columns.map(() => '--:'))]
  return (withHeading ? [...heading, ...body] : body).join('\n')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function latency({ processorP50, processorP99 }: Percentiles, digits: number): string {
  return `${processorP50.toFixed(digits)} / ${processorP99.toFixed(digits)} ms`
}
