import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { CorpusProblem } from '../../corpus/corpus.ts'
import { CorpusError } from '../../errors.ts'

/** A file below the corpus folder. */
export interface CorpusFile {
  /** Path below the corpus folder, with forward slashes. */
  readonly source: string
  /** Where to read it. */
  readonly path: string
}

export interface CorpusFiles {
  /** Sorted by source, by code units, so that every machine has the same order. */
  readonly files: readonly CorpusFile[]
  readonly problems: readonly CorpusProblem[]
}

/**
 * Lists the files of a corpus folder and of the folders in it, without those whose name begins with a full stop.
 * A link is followed to what is inside the folder and not listed already; one that leads out of it, in a circle or
 * nowhere is a problem.
 *
 * @throws CorpusError when the folder itself cannot be read
 */
export async function findCorpusFiles(directory: string): Promise<CorpusFiles> {
  const root = await realpath(directory).catch((cause) => {
    throw new CorpusError('corpus', `The corpus folder ${directory} cannot be read: ${reasonOf(cause)}.`, {
      cause,
    })
  })
  const walk = new Walk(root)
  await walk.folder('', root)
  if (walk.rootFault) {
    const message = `The corpus folder ${directory} cannot be read: ${walk.rootFault}.`
    throw new CorpusError('corpus', message, { fields: { directory } })
  }
  await walk.links()
  return {
    files: walk.files.sort((a, b) => compare(a.source, b.source)),
    problems: walk.problems.sort((a, b) => compare(a.source, b.source)),
  }
}

class Walk {
  readonly files: CorpusFile[] = []
  readonly problems: CorpusProblem[] = []
  rootFault: string | undefined
  readonly #root: string
  /** Real paths of all files and folders that were met. */
  readonly #visited = new Set<string>()
  #links: CorpusFile[] = []

  constructor(root: string) {
    this.#root = root
  }

  async folder(source: string, path: string): Promise<void> {
    this.#visited.add(path)
    let entries: Dirent[]
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      if (source === '') this.rootFault = reasonOf(error)
      else this.#report(source, `cannot be read: ${reasonOf(error)}`)
      return
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const child = {
        source: source === '' ? entry.name : `${source}/${entry.name}`,
        path: join(path, entry.name),
      }
      if (entry.isDirectory()) await this.folder(child.source, child.path)
      else if (entry.isFile()) this.#file(child)
      else if (entry.isSymbolicLink()) this.#links.push(child)
    }
  }

  /** Follows the links met so far, and those in the folders that they lead to. */
  async links(): Promise<void> {
    while (this.#links.length > 0) {
      const links = this.#links.sort((a, b) => compare(a.source, b.source))
      this.#links = []
      for (const link of links) await this.#follow(link)
    }
  }

  async #follow({ source, path }: CorpusFile): Promise<void> {
    let target: string
    let isDirectory: boolean
    try {
      target = await realpath(path)
      isDirectory = (await stat(target)).isDirectory()
    } catch (error) {
      this.#report(source, `is a link that cannot be followed: ${reasonOf(error)}`)
      return
    }
    if (target !== this.#root && !target.startsWith(this.#root + sep)) {
      this.#report(source, 'is a link out of the corpus folder; put a copy in its place to have it read')
    } else if (isDirectory && path.startsWith(target + sep)) {
      this.#report(source, 'is a link to a folder that it stands in itself')
    } else if (!this.#visited.has(target)) {
      if (isDirectory) await this.folder(source, target)
      else this.#file({ source, path: target })
    }
  }

  #file(file: CorpusFile): void {
    this.#visited.add(file.path)
    this.files.push(file)
  }

  #report(source: string, reason: string): void {
    this.problems.push({ source, message: `${source} ${reason}.` })
  }
}

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it is not a folder',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'it leads in a circle',
  }
  return (code && reasons[code]) ?? message
}

/** Order by code units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
