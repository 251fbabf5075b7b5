import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { ArticleOrigin, Corpus, CorpusProblem } from '../../corpus/corpus.ts'
import { decodeText } from '../../corpus/decode-text.ts'
import { readFrontMatter } from '../../corpus/front-matter.ts'
import { isArticleName, PARSER, parseArticle } from '../../corpus/parse-article.ts'
import { parseUnansweredQuestions } from '../../corpus/unanswered-questions.ts'
import {
  parseWrittenQuestions,
  type WrittenQuestion,
  type WrittenQuestions,
} from '../../corpus/written-questions.ts'
import type { Article } from '../../domain.ts'
import { CorpusError } from '../../errors.ts'
import { type CorpusFile, findCorpusFiles, reasonOf } from './corpus-files.ts'

export interface ReadCorpusOptions {
  /** Fail when there is any problem, instead of leaving out what cannot be used. */
  readonly strict?: boolean
  /** Finds an article that was read before from a file of this source and {@link ArticleOrigin.file hash}. */
  readonly findKnown?: ((source: string, file: string) => KnownArticle | undefined) | undefined
}

/** An article as it was read before. */
export interface KnownArticle {
  readonly article: Article
  /** {@link ArticleOrigin.content} */
  readonly content: string
}

const UNANSWERED = /\.unanswered\.ya?ml$/i
const SIDECAR = /\.(questions|unanswered)\.ya?ml$/i
const EXTENSION = /\.\w+$/

/** What is longer is no text that people read. 16 MiB hold five million Chinese characters. */
const LARGEST = 16 * 1024 * 1024

/** How many files are read at once. */
const CONCURRENCY = 32

/** A file that takes longer is on a disk worth waiting for. */
const SLOW_MS = 2

/**
 * Reads every article of a folder and the sidecars beside them. What cannot be used is left out and listed under
 * `problems`; the rest is read all the same.
 *
 * @throws CorpusError when the folder cannot be read; with `strict`, listing all problems when there is any
 */
export async function readCorpusFolder(directory: string, options: ReadCorpusOptions = {}): Promise<Corpus> {
  const { files, problems } = await findCorpusFiles(directory)
  const reader = new CorpusReader(problems, options.findKnown)
  await reader.read(files)
  if (options.strict && reader.problems.length > 0) {
    const list = reader.problems.map(({ message }) => `\n  ${message}`).join('')
    throw new CorpusError('corpus', `The corpus has ${reader.problems.length} problem(s):${list}`, {
      fields: { problems: reader.problems },
    })
  }
  const { articles, writtenQuestions, unanswered, problems: found, origins } = reader
  const contents = articles.map(({ source }) => origins.get(source)?.content)
  const hash = hashOf([...contents, ...writtenQuestions, ...unanswered])
  return { articles, writtenQuestions, unanswered, problems: found, hash, origins }
}

class CorpusReader {
  readonly articles: Article[] = []
  readonly writtenQuestions: WrittenQuestions[] = []
  readonly unanswered: WrittenQuestion[] = []
  readonly problems: CorpusProblem[]
  readonly origins = new Map<string, ArticleOrigin>()
  readonly #findKnown: ReadCorpusOptions['findKnown']
  readonly #bySource = new Map<string, Article>()
  readonly #byId = new Map<string, Article>()
  #isSlow = false

  constructor(problems: readonly CorpusProblem[], findKnown: ReadCorpusOptions['findKnown']) {
    this.problems = [...problems]
    this.#findKnown = findKnown
  }

  async read(files: readonly CorpusFile[]): Promise<void> {
    const articleFiles = files.filter(({ source }) => isArticleName(source))
    await this.#readEach(articleFiles, (source, bytes) => this.#addArticle(source, bytes))
    for (const article of this.articles) this.#bySource.set(article.source.replace(EXTENSION, ''), article)
    const names = new Set(articleFiles.map(({ source }) => source.replace(EXTENSION, '')))
    await this.#readEach(
      files.filter(({ source }) => SIDECAR.test(source)),
      (source, bytes) => this.#addSidecar(source, decodeText(source, bytes), names),
    )
  }

  /** Reads files in their order, a few at a time; a file that fails is a problem. */
  async #readEach(
    files: readonly CorpusFile[],
    use: (source: string, bytes: Uint8Array) => void,
  ): Promise<void> {
    for (let start = 0; start < files.length; start += CONCURRENCY) {
      const batch = files.slice(start, start + CONCURRENCY)
      const contents = await this.#contentsOf(batch)
      for (const [index, content] of contents.entries()) {
        const source = batch[index]?.source ?? ''
        try {
          if (content.status === 'rejected') throw content.reason
          use(source, content.value)
        } catch (error) {
          this.#report(source, error)
        }
      }
    }
  }

  /** A local disk answers in a fifth of the time that queueing for it takes; of a slow one all are asked for at once. */
  async #contentsOf(batch: readonly CorpusFile[]): Promise<PromiseSettledResult<Uint8Array>[]> {
    if (this.#isSlow) return Promise.allSettled(batch.map((file) => readBytes(file)))
    const start = performance.now()
    const contents = await Promise.allSettled(batch.map(async (file) => readBytesAtOnce(file)))
    this.#isSlow = performance.now() - start > batch.length * SLOW_MS
    await new Promise((resolve) => setImmediate(resolve))
    return contents
  }

  #addArticle(source: string, bytes: Uint8Array): void {
    const file = createHash('sha256').update(`${PARSER}\n`).update(bytes).digest('hex')
    const known = this.#findKnown?.(source, file) ?? readArticle(source, bytes)
    if (known === undefined) return
    const { article, content } = known
    const other = this.#byId.get(article.id)
    if (other) {
      const message = `${source} and ${other.source} have the same article id "${article.id}"; give one of them another "id" in its front matter.`
      throw new CorpusError('corpus', message, { fields: { source, other: other.source, id: article.id } })
    }
    this.#byId.set(article.id, article)
    this.articles.push(article)
    this.origins.set(source, { file, content })
  }

  #addSidecar(source: string, text: string, names: ReadonlySet<string>): void {
    const name = source.replace(SIDECAR, '')
    const article = this.#bySource.get(name)
    if (!article) {
      // An article that is a draft, or a problem itself, is no fault of its sidecar.
      if (names.has(name)) return
      throw new CorpusError('corpus', `${source} stands beside no article of that name.`, {
        fields: { source },
      })
    }
    if (UNANSWERED.test(source)) {
      this.unanswered.push(...parseUnansweredQuestions(text, source))
      return
    }
    const { entries, dropped } = parseWrittenQuestions(text, article)
    this.writtenQuestions.push(...entries)
    for (const { line, reason } of dropped) {
      this.problems.push({ source, message: `${source}, line ${line}: ${reason}` })
    }
  }

  #report(source: string, error: unknown): void {
    const message =
      error instanceof CorpusError ? error.message : `${source} cannot be read: ${reasonOf(error)}.`
    this.problems.push({ source, message })
  }
}

/** @returns nothing for a draft */
function readArticle(source: string, bytes: Uint8Array): KnownArticle | undefined {
  const text = decodeText(source, bytes)
  if (readFrontMatter(source, text).draft) return undefined
  const article = parseArticle({ path: source, text })
  if (article.paragraphs.length === 0) {
    throw new CorpusError('corpus', `${source} has no text in it.`, { fields: { source } })
  }
  return { article, content: hashOf([article]) }
}

async function readBytes(file: CorpusFile): Promise<Uint8Array> {
  checkSize(file, (await stat(file.path)).size)
  return readFile(file.path)
}

function readBytesAtOnce(file: CorpusFile): Uint8Array {
  checkSize(file, statSync(file.path).size)
  return readFileSync(file.path)
}

function checkSize({ source }: CorpusFile, size: number): void {
  if (size <= LARGEST) return
  const message = `${source} has ${size} bytes, more than the ${LARGEST} that a text may have; split it.`
  throw new CorpusError('corpus', message, { fields: { source, size } })
}

/** Hash of the articles and what is written about them, as they were understood: new white space changes nothing. */
function hashOf(parts: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`)
  return hash.digest('hex')
}
