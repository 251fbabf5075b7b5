import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ExactSearch } from '../../src/index/vectors/exact-search.ts'
import type { VectorSearch } from '../../src/index/vectors/vector-search.ts'
import { Vectors } from '../../src/index/vectors/vectors.ts'
import {
  type EarlierVectorIndex,
  readVectorIndex,
  type VectorIndexBounds,
  writeVectorIndex,
} from '../../src/storage/index/vector-index.ts'
import { timed } from './timed.ts'
import { prepare, prepared } from './vectors-prepare.ts'

/**
 * One measurement, in a process of its own; prints its figures as one line of JSON:
 *
 *     vectors-measure.ts prepare <folder> <size>    embeds passages and questions
 *     vectors-measure.ts build <folder> <search>    writes what the search needs
 *     vectors-measure.ts edit <folder> <search>     changes a hundredth of the vectors and writes it again
 *     vectors-measure.ts serve <folder> <search>    opens the first, asks, and compares with every vector
 */
export const SEARCHES = ['exact', 'graph', 'sketches'] as const

export type SearchName = (typeof SEARCHES)[number]

/** Seconds and milliseconds are of processor time. */
export interface BuildFigures {
  readonly buildSeconds: number
  /** The most that the process had, the vectors included. */
  readonly buildMegabytes: number
  readonly diskMegabytes: number
}

export interface EditFigures {
  readonly editSeconds: number
}

export interface ServeFigures {
  readonly loadSeconds: number
  /** What opening added to the process. */
  readonly addedMegabytes: number
  readonly searchMilliseconds: number
  readonly filteredMilliseconds: number
  readonly recallAt40: number
  readonly editedRecallAt40: number
}

const FOUND = 40
const CHANGED = 0.01
const MEGABYTE = 2 ** 20
const NEVER = Number.POSITIVE_INFINITY

const BOUNDS: Readonly<Record<SearchName, VectorIndexBounds>> = {
  exact: { graphFrom: NEVER, graphUpTo: 0, sketchesFrom: NEVER },
  graph: { graphFrom: 0, graphUpTo: NEVER, sketchesFrom: NEVER },
  sketches: { graphFrom: NEVER, graphUpTo: 0, sketchesFrom: 0 },
}

async function build(folder: string, name: SearchName): Promise<BuildFigures> {
  const { vectors } = await prepared(folder)
  const { seconds, files } = await write(folderOf(folder, name), vectors, name)
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0)
  return {
    buildSeconds: seconds,
    buildMegabytes: process.resourceUsage().maxRSS / 1024,
    diskMegabytes: bytes / MEGABYTE,
  }
}

async function edit(folder: string, name: SearchName): Promise<EditFigures> {
  const { vectors } = await prepared(folder)
  const before = folderOf(folder, name)
  const { rowsBefore, edited } = editOf(vectors)
  const opened = await readVectorIndex(before, await manifestOf(before), vectors)
  const { seconds } = await write(`${before}-edited`, edited, name, { ...opened, folder: before, rowsBefore })
  return { editSeconds: seconds }
}

/** Puts a vector like another one in the place of every hundredth. */
function editOf(vectors: Vectors) {
  const rowsBefore = Int32Array.from({ length: vectors.count }, (_, row) =>
    row % (1 / CHANGED) === 7 ? -1 : row,
  )
  const edited = new Vectors(vectors.dimensions, vectors.count)
  for (const [row, before] of rowsBefore.entries()) {
    if (before >= 0) edited.appendFrom(vectors, before)
    else edited.append(vectors.at(row).map((number, j) => number + (vectors.at(row - 7)[j] as number) / 2))
  }
  return { rowsBefore, edited }
}

async function write(folder: string, vectors: Vectors, name: SearchName, earlier?: EarlierVectorIndex) {
  await mkdir(folder)
  const start = process.cpuUsage()
  const files = await writeVectorIndex(folder, vectors, { earlier, bounds: BOUNDS[name] })
  const seconds = secondsSince(start)
  await writeFile(join(folder, 'files.json'), JSON.stringify({ files }))
  return { seconds, files }
}

async function serve(folder: string, name: SearchName): Promise<ServeFigures> {
  const { vectors, queries } = await prepared(folder)
  const index = folderOf(folder, name)
  const residentBefore = process.memoryUsage.rss()
  const start = process.cpuUsage()
  const { search } = await readVectorIndex(index, await manifestOf(index), vectors)
  const loadSeconds = secondsSince(start)
  const addedMegabytes = (process.memoryUsage.rss() - residentBefore) / MEGABYTE

  const questions = Array.from({ length: queries.count }, (_, row) => queries.at(row))
  const half = (row: number) => row % 64 < 32
  for (const question of questions.slice(0, 50)) search.search(question, FOUND)
  const all = await timed(questions, async (question) => search.search(question, FOUND))
  const filtered = await timed(questions, async (question) => search.search(question, FOUND, half))

  const { edited } = editOf(vectors)
  const editedFolder = `${index}-edited`
  const after = await readVectorIndex(editedFolder, await manifestOf(editedFolder), edited)
  return {
    loadSeconds,
    addedMegabytes,
    searchMilliseconds: all.processorP50,
    filteredMilliseconds: filtered.processorP50,
    recallAt40: recallOf(search, vectors, questions),
    editedRecallAt40: recallOf(after.search, edited, questions),
  }
}

function recallOf(search: VectorSearch, vectors: Vectors, questions: readonly Float32Array[]): number {
  const exact = new ExactSearch(vectors)
  let found = 0
  for (const question of questions) {
    const nearest = new Set(exact.search(question, FOUND).rows)
    found += search.search(question, FOUND).rows.filter((row) => nearest.has(row)).length
  }
  return found / (questions.length * FOUND)
}

function folderOf(folder: string, name: SearchName): string {
  return join(folder, name)
}

async function manifestOf(folder: string): Promise<Parameters<typeof readVectorIndex>[1]> {
  return JSON.parse(await readFile(join(folder, 'files.json'), 'utf8'))
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

const [, script = '', step, folder = '', which = ''] = process.argv
if (import.meta.url === pathToFileURL(script).href) {
  const name = which as SearchName
  const STEPS: Readonly<Record<string, () => Promise<object>>> = {
    prepare: () => prepare(folder, which),
    build: () => build(folder, name),
    edit: () => edit(folder, name),
    serve: () => serve(folder, name),
  }
  console.log(JSON.stringify(await STEPS[step ?? '']?.()))
}
