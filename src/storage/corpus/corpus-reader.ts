import { createHash } from 'node:crypto'
import { withArticleId } from '../../corpus/article.ts'
import { assignArticleIds, wantedBehind } from '../../corpus/article-ids.ts'
import type { ArticleOrigin, CorpusNote, CorpusProblem } from '../../corpus/corpus.ts'
import { decodeText } from '../../corpus/decode-text.ts'
import { formatOf } from '../../corpus/formats/formats.ts'
import { PARSER } from '../../corpus/parse-article.ts'
import { parseUnansweredQuestions } from '../../corpus/unanswered-questions.ts'
import {
  parseWrittenQuestions,
  type WrittenQuestion,
  type WrittenQuestions,
} from '../../corpus/written-questions.ts'
import type { Article } from '../../domain/article.ts'
import { CorpusError } from '../../errors.ts'
import { mayPass, reasonOf } from '../file-errors.ts'
import { type CorpusFile, type CorpusFiles, compare, inOneLine } from './corpus-files.ts'
import { readContents } from './file-contents.ts'
import { otherFiles } from './other-files.ts'
import type { ReadCorpusOptions } from './read-options.ts'
import { readWithinTime } from './read-within-time.ts'

const UNANSWERED = /\.unanswered\.ya?ml$/i
const SIDECAR = /\.(questions|unanswered)\.ya?ml$/i
const EXTENSION = /\.\w+$/

/** An article, and what it was made of. */
interface Entry {
  readonly article: Article
  /** Hash of its file. */
  readonly file: string
  /** Hash of the article; unknown where it has just been read. */
  readonly content: string | undefined
}

/** Reads the files of a corpus folder, one kind after the other. */
export class CorpusReader {
  articles: readonly Article[] = []
  readonly writtenQuestions: WrittenQuestions[] = []
  readonly unanswered: WrittenQuestion[] = []
  readonly problems: CorpusProblem[]
  readonly notes: CorpusNote[]
  readonly origins = new Map<string, ArticleOrigin>()
  private readonly options: ReadCorpusOptions
  private readonly entries: Entry[] = []
  private readonly unreadable: readonly string[]

  constructor({ problems, notes, unreadable }: CorpusFiles, options: ReadCorpusOptions) {
    this.problems = [...problems]
    this.notes = [...notes]
    this.options = options
    this.unreadable = unreadable
  }

  async read(files: readonly CorpusFile[]): Promise<void> {
    const articleFiles: CorpusFile[] = []
    const sidecars: CorpusFile[] = []
    const rest: CorpusFile[] = []
    for (const file of files) {
      if (formatOf(file.source) !== undefined) articleFiles.push(file)
      else if (SIDECAR.test(file.source)) sidecars.push(file)
      else rest.push(file)
    }
    const others = otherFiles(rest)
    this.problems.push(...others.problems)
    this.notes.push(...others.notes)
    for await (const { file, result } of readContents(articleFiles)) {
      await this.attempt(file.source, () => this.readArticle(file.source, result))
    }
    this.keepUnreadFolders()
    this.nameArticles()
    const names = new Set(articleFiles.map(({ source }) => source.replace(EXTENSION, '')))
    const bySource = new Map(this.articles.map((article) => [article.source.replace(EXTENSION, ''), article]))
    for await (const { file, result } of readContents(sidecars)) {
      await this.attempt(file.source, () => this.readSidecar(file.source, contentOf(result), bySource, names))
    }
  }

  private async readArticle(source: string, result: PromiseSettledResult<Uint8Array>): Promise<void> {
    const { findKnown, before, strict, seconds } = this.options
    if (result.status === 'rejected') {
      const last = strict || !mayPass(result.reason) ? undefined : before?.last(source)
      if (last === undefined) throw result.reason
      this.note(source, `${source} cannot be read: ${reasonOf(result.reason)}. What it said last is kept.`)
      this.entries.push(last)
      return
    }
    const bytes = result.value
    const file = createHash('sha256').update(`${PARSER}\n`).update(bytes).digest('hex')
    const known = findKnown?.(source, file)
    const article =
      known?.article ??
      (await readWithinTime({ path: source, bytes }, (message) => this.note(source, message), seconds))
    if (article === undefined) return
    if (known === undefined && article.paragraphs.length === 0) {
      throw new CorpusError('corpus', `${source} has no text in it.`, { fields: { source } })
    }
    this.entries.push({ article, file, content: known?.content })
  }

  /** A folder that cannot be read for a moment takes none of its articles away. */
  private keepUnreadFolders(): void {
    const { before, strict } = this.options
    if (strict || before === undefined) return
    for (const folder of this.unreadable) {
      const inside = Array.from(before.sources()).filter((source) => source.startsWith(`${folder}/`))
      const kept = inside.flatMap((source) => before.last(source) ?? [])
      if (kept.length === 0) continue
      this.entries.push(...kept)
      const at = this.problems.findIndex(({ source }) => source === folder)
      const [problem] = this.problems.splice(at, 1)
      this.note(folder, `${problem?.message} What it said last is kept.`)
    }
    this.entries.sort((a, b) => compare(a.article.source, b.article.source))
  }

  /** Gives each article its id, and tells whose is another than it asked for. */
  private nameArticles(): void {
    const requests = this.entries.map(({ article: { source, id }, content }) => ({
      source,
      wanted: content === undefined ? id : wantedBehind(source, id),
      before: content === undefined ? this.options.before?.idOf(source) : id,
    }))
    const ids = assignArticleIds(requests)
    this.articles = this.entries.map(({ article, file, content }, at) => {
      const id = ids.get(article.source) ?? article.id
      const named = id === article.id ? article : withArticleId(article, id)
      const own = content !== undefined && named === article ? content : hashOf([named])
      this.origins.set(article.source, { file, content: own })
      this.tellId(named, requests[at]?.wanted ?? id)
      return named
    })
  }

  private tellId({ source, id }: Article, wanted: string): void {
    const other =
      id === wanted
        ? undefined
        : this.entries.find(({ article }) => article.id === wanted && article.source !== source)
    if (other === undefined) return
    const message = `${source} and ${other.article.source} have the same article id "${wanted}"; ${source} is served as "${id}". Give one of them another "id" in its front matter to choose.`
    this.note(source, message)
  }

  private readSidecar(
    source: string,
    bytes: Uint8Array,
    articles: ReadonlyMap<string, Article>,
    names: ReadonlySet<string>,
  ): void {
    const text = decodeText(source, bytes, (message) => this.note(source, message))
    const name = source.replace(SIDECAR, '')
    const article = articles.get(name)
    if (!article) {
      // An article that is a draft, or a problem itself, is no fault of its sidecar.
      if (names.has(name)) return
      throw new CorpusError('corpus', `${source} has no article of that name beside it.`, {
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
      this.problems.push({ source, message: inOneLine(`${source}, line ${line}: ${reason}`) })
    }
  }

  /** A file that fails is a problem, and no more. */
  private async attempt(source: string, use: () => void | Promise<void>): Promise<void> {
    try {
      await use()
    } catch (error) {
      const message =
        error instanceof CorpusError ? error.message : `${source} cannot be read: ${reasonOf(error)}.`
      this.problems.push({ source, message: inOneLine(message) })
    }
  }

  private note(source: string, message: string): void {
    this.notes.push({ source, message: inOneLine(message) })
  }
}

function contentOf(result: PromiseSettledResult<Uint8Array>): Uint8Array {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/** Hash of the articles and what is written about them, as they were understood: new white space changes nothing. */
export function hashOf(parts: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`)
  return hash.digest('hex')
}
