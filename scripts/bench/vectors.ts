import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../src/errors.ts'
import { describeEnvironment } from './describe-environment.ts'
import { runMeasurement } from './run-measurement.ts'
import {
  type BuildFigures,
  type EditFigures,
  SEARCHES,
  type SearchName,
  type ServeFigures,
} from './vectors-measure.ts'
import type { PreparedFigures } from './vectors-prepare.ts'

export const VECTORS_HELP = `  npm run bench -- vectors           compares the ways to search vectors

    --sizes <n,…>        numbers of vectors; "article" are those of the article (article,50000)
    --searches <name,…>  ways to search (exact,graph,sketches); a graph of many vectors takes long`

const MEASURE = fileURLToPath(new URL('vectors-measure.ts', import.meta.url))

interface Row extends BuildFigures, EditFigures, ServeFigures {
  readonly vectors: number
  readonly name: SearchName
}

/**
 * `npm run bench -- vectors`: for every way to search vectors what it takes to make, edit and open, how long a search
 * takes and what it misses of the nearest 40. Every measurement has its own process.
 */
export async function benchVectors(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: 'article,50000' },
      searches: { type: 'string', default: SEARCHES.join(',') },
    },
  })
  const named = values.searches.split(',')
  const searches = SEARCHES.filter((name) => named.includes(name))
  if (searches.length < named.length)
    throw new ConfigurationError('configuration', `--searches must be some of ${SEARCHES.join(',')}`)
  console.log(`${describeEnvironment()}\n\n${HEADING}`)
  for (const size of values.sizes.split(',')) {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-vectors-'))
    try {
      const { vectors } = await runMeasurement<PreparedFigures>(MEASURE, 'prepare', folder, size)
      for (const name of searches) {
        const built = await runMeasurement<BuildFigures>(MEASURE, 'build', folder, name)
        const edited = await runMeasurement<EditFigures>(MEASURE, 'edit', folder, name)
        const served = await runMeasurement<ServeFigures>(MEASURE, 'serve', folder, name)
        console.log(line({ vectors, name, ...built, ...edited, ...served }))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['vectors', ({ vectors }) => vectors.toLocaleString('en')],
  ['searched by', ({ name }) => name],
  ['build', ({ buildSeconds }) => `${buildSeconds.toFixed(2)} s`],
  ['resident', ({ buildMegabytes }) => `${buildMegabytes.toFixed(0)} MB`],
  ['edit', ({ editSeconds }) => `${editSeconds.toFixed(2)} s`],
  ['disk', ({ diskMegabytes }) => `${diskMegabytes.toFixed(1)} MB`],
  ['load', ({ loadSeconds }) => `${loadSeconds.toFixed(2)} s`],
  ['added memory', ({ addedMegabytes }) => `${addedMegabytes.toFixed(0)} MB`],
  ['search', ({ searchMilliseconds }) => `${searchMilliseconds.toFixed(2)} ms`],
  ['half accepted', ({ filteredMilliseconds }) => `${filteredMilliseconds.toFixed(2)} ms`],
  ['recall@40', ({ recallAt40 }) => recallAt40.toFixed(4)],
  ['after the edit', ({ editedRecallAt40 }) => editedRecallAt40.toFixed(4)],
]

const HEADING = [COLUMNS.map(([name]) => name), COLUMNS.map(() => '--:')].map(cells).join('\n')

function line(row: Row): string {
  return cells(COLUMNS.map(([, cell]) => cell(row)))
}

function cells(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`
}
