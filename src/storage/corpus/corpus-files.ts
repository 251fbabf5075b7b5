import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { CorpusNote, CorpusProblem } from '../../corpus/corpus.ts'
import { CorpusError } from '../../errors.ts'
import { mayPass, reasonOf } from '../file-errors.ts'

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
  /** Folders that were skipped. */
  readonly notes: readonly CorpusNote[]
  /** Folders that cannot be read for a reason that may pass; each is a problem too. */
  readonly unreadable: readonly string[]
}

/** Folders of packages that others wrote, and of what programs have made. */
const SKIPPED = new Set(['node_modules', 'bower_components', 'vendor', 'dist', 'build', '__pycache__'])

/**
 * Lists the files of a corpus folder and of the folders in it, without those whose name begins with a full stop, and
 * without folders of packages and of what was built.
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
  await walk.followLinks()
  return {
    files: walk.files.sort((a, b) => compare(a.source, b.source)),
    problems: walk.problems.sort((a, b) => compare(a.source, b.source)),
    notes: walk.notes.sort((a, b) => compare(a.source, b.source)),
    unreadable: walk.unreadable,
  }
}

class Walk {
  readonly files: CorpusFile[] = []
  readonly problems: CorpusProblem[] = []
  readonly notes: CorpusNote[] = []
  readonly unreadable: string[] = []
  rootFault: string | undefined
  private readonly root: string
  /** Real paths of all files and folders that were met. */
  private readonly visited = new Set<string>()
  private links: CorpusFile[] = []

  constructor(root: string) {
    this.root = root
  }

  async folder(source: string, path: string): Promise<void> {
    this.visited.add(path)
    let entries: Dirent[]
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      if (source === '') this.rootFault = reasonOf(error)
      else this.report(source, `cannot be read: ${reasonOf(error)}`)
      if (mayPass(error)) this.unreadable.push(source)
      return
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const child = {
        source: source === '' ? entry.name : `${source}/${entry.name}`,
        path: join(path, entry.name),
      }
      if (this.isSkipped(entry, child.source)) continue
      if (entry.isDirectory()) await this.folder(child.source, child.path)
      else if (entry.isFile()) this.file(child)
      else if (entry.isSymbolicLink()) this.links.push(child)
    }
  }

  private isSkipped(entry: Dirent, source: string): boolean {
    if (!SKIPPED.has(entry.name) || entry.isFile()) return false
    const reason =
      'is skipped, as folders of this name hold packages or what was built; rename it to have it read'
    this.notes.push({ source, message: describeIn(source, reason) })
    return true
  }

  /** Follows the links met so far, and those in the folders that they lead to. */
  async followLinks(): Promise<void> {
    while (this.links.length > 0) {
      const links = this.links.sort((a, b) => compare(a.source, b.source))
      this.links = []
      for (const link of links) await this.follow(link)
    }
  }

  private async follow({ source, path }: CorpusFile): Promise<void> {
    let target: string
    let stats: Stats
    try {
      target = await realpath(path)
      stats = await stat(target)
    } catch (error) {
      this.report(source, `is a link that cannot be followed: ${reasonOf(error)}`)
      return
    }
    if (target !== this.root && !target.startsWith(this.root + sep)) {
      this.report(source, 'is a link out of the corpus folder; put a copy in its place to have it read')
    } else if (stats.isDirectory() && path.startsWith(target + sep)) {
      this.report(source, 'is a link to a folder that it stands in itself')
    } else if (!stats.isDirectory() && !stats.isFile()) {
      this.report(source, 'is a link to a pipe or a device; leave it out of the corpus')
    } else if (!this.visited.has(target)) {
      if (stats.isDirectory()) await this.folder(source, target)
      else this.file({ source, path: target })
    }
  }

  private file(file: CorpusFile): void {
    this.visited.add(file.path)
    this.files.push(file)
  }

  private report(source: string, reason: string): void {
    this.problems.push({ source, message: describeIn(source, reason) })
  }
}

function describeIn(source: string, reason: string): string {
  return inOneLine(`${source} ${reason}.`)
}

/** A message on one line that a terminal shows and does not obey: names of files may hold anything. */
export function inOneLine(message: string): string {
  const escaped = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  return message.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, escaped)
}

/** Order by code units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
