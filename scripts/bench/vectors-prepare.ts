import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfiguration } from '../../src/configuration/configuration.ts'
import { BuiltinEmbeddings } from '../../src/embeddings/builtin.ts'
import { environment } from '../../src/entries/environment.ts'
import {
  decodeContainer,
  encodeContainer,
  withoutPrefix,
  withPrefix,
} from '../../src/index/format/container.ts'
import { decodeLexicalIndex } from '../../src/index/lexical/lexical-index.ts'
import { Vectors } from '../../src/index/vectors/vectors.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'
import { openEvaluatedIndex } from '../evaluate/open-evaluated-index.ts'
import { readQuestions } from '../evaluate/question-set.ts'
import { requestOf } from '../evaluate/run-questions.ts'
import { GeneratedArticles, randomOf } from './scale-corpus.ts'

const SEED = 20_261_128
const QUERIES = 400
const QUESTION_SETS = ['dev', 'held-out', 'fresh'].map((name) => `tests/evaluation/${name}.jsonl`)

export interface PreparedFigures {
  readonly vectors: number
}

/** What the ways to search are compared with. */
interface Prepared {
  readonly vectors: Vectors
  readonly queries: Vectors
}

/**
 * Embeds passages and questions, and keeps them in a folder.
 *
 * @param size `article`, or how many vectors to generate
 */
export async function prepare(folder: string, size: string): Promise<PreparedFigures> {
  const { vectors, queries } = await (size === 'article' ? ofArticle() : generated(Number(size)))
  await writeFile(
    preparedPath(folder),
    encodeContainer({
      ...withPrefix('vectors', vectors.toSections()),
      ...withPrefix('queries', queries.toSections()),
    }),
  )
  return { vectors: vectors.count }
}

/** The passages of the article, and what people ask about it. */
async function ofArticle(): Promise<Prepared> {
  const { CORPUS_DIR, INDEX_DIR } = readConfiguration(environment())
  const index = await openEvaluatedIndex({ corpusDirectory: CORPUS_DIR, indexDirectory: INDEX_DIR })
  const questions = (await readQuestions(QUESTION_SETS)).map((question) => requestOf(question).question)
  const embeddings = new BuiltinEmbeddings(decodeLexicalIndex(index.lexicalIndex).dictionary)
  const queries = await embedded(embeddings, questions.slice(0, QUERIES))
  return { vectors: index.vectors, queries }
}

/** Paragraphs of generated articles, and sentences of some of them. */
async function generated(size: number): Promise<Prepared> {
  const dictionary = await loadDictionary()
  const words = dictionary.data.words.split('\n').filter((word) => word.length > 1)
  const articles = new GeneratedArticles(words, SEED)
  const embeddings = new BuiltinEmbeddings(dictionary)
  const count = articles.articleCount(size)
  const vectors = new Vectors(embeddings.dimensions, size)
  for (let number = 0; number < count; number++) {
    const texts = articles.article(number).paragraphs.map(({ text }) => text)
    const added = await embedded(embeddings, texts.slice(0, size - vectors.count))
    vectors.appendFrom(added, 0, added.count)
  }
  const random = randomOf(SEED)
  const sentences = Array.from({ length: QUERIES }, (_, at) => {
    const { paragraphs } = articles.article(Math.floor(random() * count))
    const { text, sentences } = paragraphs[Math.floor(random() * paragraphs.length)] ?? {
      text: '',
      sentences: [],
    }
    return text.slice(sentences[at % sentences.length]?.start, sentences[at % sentences.length]?.end)
  })
  return { vectors, queries: await embedded(embeddings, sentences) }
}

async function embedded(embeddings: BuiltinEmbeddings, texts: readonly string[]): Promise<Vectors> {
  const vectors = new Vectors(embeddings.dimensions, texts.length)
  for (const vector of await embeddings.embedDocuments([...texts])) vectors.append(vector)
  return vectors
}

/** What {@link prepare} has kept. */
export async function prepared(folder: string): Promise<Prepared> {
  const sections = decodeContainer(new Uint8Array(await readFile(preparedPath(folder))))
  return {
    vectors: Vectors.fromSections(withoutPrefix('vectors', sections)),
    queries: Vectors.fromSections(withoutPrefix('queries', sections)),
  }
}

function preparedPath(folder: string): string {
  return join(folder, 'prepared.bin')
}
