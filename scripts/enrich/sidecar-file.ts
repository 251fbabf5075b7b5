import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import PQueue from 'p-queue'
import type { Article } from '../../src/domain/article.ts'
import { CorpusError } from '../../src/errors.ts'
import { findCorpusFiles } from '../../src/storage/corpus/corpus-files.ts'
import { codeOf, reasonOf } from '../../src/storage/file-errors.ts'
import { replaceDurably } from '../../src/storage/index/durable-files.ts'
import type { SidecarText } from './drafting/edit-sidecar.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const NOT_UTF_8 = 'ERR_ENCODING_INVALID_ENCODED_DATA'
const ENDING = /\.questions\.ya?ml$/i

export function isSidecarName(source: string): boolean {
  return ENDING.test(source)
}

/** The questions file beside an article. */
export class SidecarFile {
  /** Path below the corpus folder, with forward slashes. */
  readonly source: string
  private readonly path: string
  private readonly article: Article
  /** One edit after the other: each begins with what the one before has written. */
  private readonly edits = new PQueue({ concurrency: 1 })

  constructor(corpusDirectory: string, source: string, article: Article) {
    this.source = source
    this.path = join(corpusDirectory, source)
    this.article = article
  }

  /** @throws CorpusError where it cannot be read, or is not UTF-8 and could not be kept byte for byte */
  async read(): Promise<SidecarText> {
    return { source: this.source, text: (await this.load()).replace(BYTE_ORDER_MARK, '') }
  }

  /**
   * Edits the file as it is now, so that what a person has changed in the meantime is kept, and puts the result in its
   * place at once: an interruption leaves the old or the new one.
   *
   * @throws CorpusError where it cannot be written; whatever `edit` throws
   */
  async edit(edit: (sidecar: SidecarText) => string): Promise<void> {
    await this.edits.add(async () => {
      const before = await this.load()
      const text = before === '' ? this.head() : before.replace(BYTE_ORDER_MARK, '')
      const mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
      const after = mark + edit({ source: this.source, text })
      if (after !== before) await this.store(after)
    })
  }

  private async load(): Promise<string> {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(this.path))
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return ''
      const reason = codeOf(cause) === NOT_UTF_8 ? 'it is not UTF-8; save it as UTF-8' : reasonOf(cause)
      throw new CorpusError('corpus', `${this.source} cannot be read: ${reason}.`, { cause })
    }
  }

  private async store(text: string): Promise<void> {
    try {
      // A link stays one; what it leads to is replaced.
      await replaceDurably(await realpath(this.path).catch(() => this.path), text)
    } catch (error) {
      const { cause = error } = error as Error
      throw new CorpusError('corpus', `${this.source} cannot be written: ${reasonOf(cause)}.`, { cause })
    }
  }

  private head(): string {
    const name = this.article.source.split('/').at(-1)
    return `# Questions written ahead for ${name}. Quotes are the article's exact words.\n\n`
  }
}

/**
 * The questions file of each article, there or to be made.
 *
 * @throws CorpusError where two articles would share one, or an article has two
 */
export async function findSidecars(
  corpusDirectory: string,
  articles: readonly Article[],
): Promise<Map<Article, SidecarFile>> {
  const { files } = await findCorpusFiles(corpusDirectory)
  const owners = new Map<string, Article>()
  const sidecars = new Map<Article, SidecarFile>()
  for (const article of articles) {
    const name = article.source.replace(/\.\w+$/, '')
    const other = owners.get(name)
    if (other)
      throw ambiguous(
        `${other.source} and ${article.source} would share one questions file; rename one of them`,
      )
    owners.set(name, article)
    const found = files.filter(({ source }) => isSidecarName(source) && source.replace(ENDING, '') === name)
    if (found.length > 1)
      throw ambiguous(
        `${article.source} has two questions files (${found.map(({ source }) => source).join(', ')}); join them`,
      )
    sidecars.set(
      article,
      new SidecarFile(corpusDirectory, found[0]?.source ?? `${name}.questions.yaml`, article),
    )
  }
  return sidecars
}

function ambiguous(message: string): CorpusError {
  return new CorpusError('corpus', `${message}.`)
}
