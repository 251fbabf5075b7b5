import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openSnapshot } from '../../../src/answer/open-snapshot.ts'
import { BuiltinEmbeddings } from '../../../src/embeddings/builtin.ts'
import { decodeLexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { ExactSearch } from '../../../src/index/vectors/exact-search.ts'
import { loadDictionary } from '../../../src/indexing/load-dictionary.ts'
import { rebuildIndex } from '../../../src/indexing/rebuild-index.ts'
import { builtinRecipe } from '../../../src/indexing/recipes/builtin-recipe.ts'
import { IndexFolder } from '../../../src/storage/index/index-folder.ts'
import { readCurrentGeneration } from '../../../src/storage/index/read-generation.ts'
import { questionsAbout } from '../questions-about.ts'
import { GeneratedArticles, markdownOf, randomOf } from '../scale-corpus.ts'
import { type Percentiles, timed } from '../timed.ts'

/**
 * One measurement, in a process of its own, so that one does not find memory or caches that another filled:
 *
 *     scale/measure.ts build <passages> <folder>   writes a corpus and builds its index
 *     scale/measure.ts edit <passages> <folder>    edits a paragraph and builds again
 *     scale/measure.ts serve <passages> <folder>   opens that index and asks
 *
 * Prints its figures as one line of JSON. Seconds are of processor time, which others on the machine lengthen least.
 */
export interface BuildFigures {
  readonly buildSeconds: number
  readonly buildMegabytes: number
}

export interface EditFigures {
  readonly editSeconds: number
}

export interface ServeFigures {
  readonly loadSeconds: number
  readonly residentMegabytes: number
  readonly diskMegabytes: number
  /** Bytes of the texts and of the vectors, these as the embeddings return them (32-bit floats). */
  readonly contentMegabytes: number
  /** The same with the vectors as they are stored (a byte a dimension). */
  readonly storedMegabytes: number
  readonly searchMilliseconds: Percentiles
  readonly exactMilliseconds: Percentiles
  readonly askMilliseconds: Percentiles
  readonly recallAt10: number
}

/** What was measured of an index of so many passages. */
export type ScaleFigures = { readonly passages: number } & BuildFigures & EditFigures & ServeFigures

const SEED = 20_261_122
const QUERIES = 100
const FOUND = 10
const MEGABYTE = 2 ** 20
/** Files in one folder of the generated corpus. */
const FILES_PER_FOLDER = 200

async function build(passages: number, folder: string): Promise<BuildFigures> {
  const generated = await generatedArticles()
  const count = generated.articleCount(passages)
  for (let number = 0; number < count; number++) {
    const path = pathOf(number, folder)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, markdownOf(generated.article(number)))
  }
  const { processorSeconds } = await rebuild(folder)
  return {
    buildSeconds: processorSeconds,
    buildMegabytes: process.resourceUsage().maxRSS / 1024,
  }
}

async function edit(folder: string): Promise<EditFigures> {
  const path = pathOf(0, folder)
  await writeFile(path, `${(await readFile(path, 'utf8')).trimEnd()}兩者之間並不矛盾。\n`)
  const { changes, processorSeconds } = await rebuild(folder)
  if (changes.changed !== 1) throw new Error(`The edit changed ${changes.changed} paragraphs`)
  return { editSeconds: processorSeconds }
}

async function generatedArticles(): Promise<GeneratedArticles> {
  const dictionary = await loadDictionary()
  const words = dictionary.data.words.split('\n').filter((word) => word.length > 1)
  return new GeneratedArticles(words, SEED)
}

function pathOf(number: number, folder: string): string {
  return join(folder, 'corpus', String(Math.floor(number / FILES_PER_FOLDER)), `article-${number}.md`)
}

async function rebuild(folder: string) {
  const start = process.cpuUsage()
  const report = await rebuildIndex({
    corpusDirectory: join(folder, 'corpus'),
    indexDirectory: join(folder, 'index'),
    recipe: builtinRecipe,
  })
  return { ...report, processorSeconds: secondsSince(start) }
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

async function serve(folder: string): Promise<ServeFigures> {
  const indexFolder = new IndexFolder(join(folder, 'index'))
  const start = process.cpuUsage()
  const stored = await readCurrentGeneration(indexFolder)
  const { index } = stored
  const snapshot = openSnapshot(index)
  const loadSeconds = secondsSince(start)

  const { library, vectors, search } = index
  const random = randomOf(SEED)
  const sentences = Array.from({ length: QUERIES }, (_, at) => {
    const { text, sentences } = library.paragraphAt(Math.floor(random() * library.paragraphCount))
    const sentence = sentences[at % sentences.length] ?? { start: 0, end: 40 }
    return text.slice(sentence.start, sentence.end)
  })
  const { dictionary } = decodeLexicalIndex(index.lexicalIndex)
  const queries = await new BuiltinEmbeddings(dictionary).embedDocuments(sentences)
  const exact = new ExactSearch(vectors)
  for (const query of queries.slice(0, 5)) search.search(query, FOUND)

  const searchMilliseconds = await timed(queries, async (query) => search.search(query, FOUND))
  // The first ones also compile the code and read the lexical index.
  for (const question of questionsAbout(library, SEED + 1)) await snapshot.ask({ question })
  const askMilliseconds = await timed(questionsAbout(library, SEED), (question) => snapshot.ask({ question }))
  const residentMegabytes = process.memoryUsage.rss() / MEGABYTE
  const exactMilliseconds = await timed(queries, async (query) => exact.search(query, FOUND))
  let found = 0
  for (const query of queries) {
    const nearest = new Set(exact.search(query, FOUND).rows)
    found += search.search(query, FOUND).rows.filter((row) => nearest.has(row)).length
  }
  let textBytes = 0
  for (let row = 0; row < library.paragraphCount; row++)
    textBytes += Buffer.byteLength(library.paragraphAt(row).text)
  return {
    loadSeconds,
    residentMegabytes,
    diskMegabytes: (await sizeOf(indexFolder.generationPath(stored.pointer.folder))) / MEGABYTE,
    contentMegabytes: (vectors.count * vectors.dimensions * 4 + textBytes) / MEGABYTE,
    storedMegabytes: (vectors.count * (vectors.dimensions + 4) + textBytes) / MEGABYTE,
    searchMilliseconds,
    exactMilliseconds,
    askMilliseconds,
    recallAt10: found / (QUERIES * FOUND),
  }
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

const [step, passages, folder = ''] = process.argv.slice(2)
const STEPS: Readonly<Record<string, () => Promise<object>>> = {
  build: () => build(Number(passages), folder),
  edit: () => edit(folder),
  serve: () => serve(folder),
}
console.log(JSON.stringify(await STEPS[step ?? '']?.()))
