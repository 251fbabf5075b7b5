import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { IndexError } from '../../errors.ts'
import { codeOf, reasonOf } from '../file-errors.ts'
import { replaceDurably, sumOf, syncDirectory, writing } from './durable-files.ts'

/**
 * The folder of an index:
 *
 *     current                    which generation is served: the one file that a switch replaces
 *     generations/000007-3f9a…/  a finished generation, never changed again
 *     generations/.building-…/   one that is being written, or that a killed build left behind
 *     lock                       held while one is written
 *     unfinished-vectors.bin     what a server has embedded for a generation that is not written yet
 */
const GENERATIONS = 'generations'
const POINTER = 'current'
const BUILDING = '.building-'
const FINISHED = /^(\d{6,})-[0-9a-f]{12}$/

export const MANIFEST_FILE = 'manifest.json'

const pointerSchema = z.strictObject({
  /** Name of the generation's folder. */
  folder: z.string().regex(/^[\w-]+$/),
  /** SHA-256 (hex) of its manifest, which in turn holds the sums of its other files. */
  manifest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Chosen by a person (`--rollback`), so served although the corpus says something else by now. */
  pinned: z.boolean(),
})

/** Which generation is served. */
export type Pointer = z.infer<typeof pointerSchema>

export class IndexFolder {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  get pointerPath(): string {
    return join(this.path, POINTER)
  }

  get lockPath(): string {
    return join(this.path, 'lock')
  }

  get journalPath(): string {
    return join(this.path, 'unfinished-vectors.bin')
  }

  generationPath(folder: string): string {
    return join(this.path, GENERATIONS, folder)
  }

  /**
   * @returns nothing where no index was built yet
   * @throws IndexError `damaged` where there is a pointer that cannot be read
   */
  async pointer(): Promise<Pointer | undefined> {
    let text: string
    try {
      text = await readFile(this.pointerPath, 'utf8')
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined
      throw new IndexError('damaged', `${this.pointerPath} cannot be read: ${reasonOf(cause)}`, { cause })
    }
    try {
      const pointer = pointerSchema.parse(JSON.parse(text))
      if (serialise(pointer) === text) return pointer
      throw new Error('It was not written by Footnote')
    } catch (cause) {
      throw new IndexError('damaged', `${this.pointerPath} does not name a generation`, { cause })
    }
  }

  /**
   * What points to a generation as it is now.
   *
   * @throws IndexError `damaged` where it has no manifest
   */
  async pointerTo(folder: string, { pinned }: { pinned: boolean }): Promise<Pointer> {
    const path = join(this.generationPath(folder), MANIFEST_FILE)
    try {
      return { folder, manifest: (await sumOf(path)).sha256, pinned }
    } catch (cause) {
      throw new IndexError('damaged', `${path} cannot be read: ${reasonOf(cause)}`, { cause })
    }
  }

  /**
   * From now on this generation is served: the switch is one rename.
   *
   * @throws IndexError `unwritable`
   */
  async pointTo(pointer: Pointer): Promise<void> {
    await replaceDurably(this.pointerPath, serialise(pointer))
  }

  /** Folders of the finished generations, oldest first. */
  async generations(): Promise<string[]> {
    const names = await this.names()
    return names
      .filter((name) => FINISHED.test(name))
      .sort((left, right) => sequenceOf(left) - sequenceOf(right))
  }

  /**
   * A new folder to write a generation into.
   *
   * @throws IndexError `unwritable`
   */
  async createDraft(): Promise<string> {
    const path = join(this.path, GENERATIONS, `${BUILDING}${crypto.randomUUID()}`)
    await writing(path, () => mkdir(path, { recursive: true }))
    return path
  }

  /**
   * Removes what killed builds left behind and every generation but these; nothing that somebody else has put there. Only
   * while the lock is held. What cannot be removed stays for the next time.
   */
  async prune(keep: readonly (string | undefined)[]): Promise<void> {
    for (const name of await this.names()) {
      const isOurs = FINISHED.test(name) || name.startsWith(BUILDING)
      if (!isOurs || keep.includes(name)) continue
      await rm(this.generationPath(name), { recursive: true, force: true }).catch(() => undefined)
    }
  }

  /** The name of the next generation's folder: its number keeps the order in which they were built. */
  async nextFolder(generation: string): Promise<string> {
    const last = (await this.generations()).at(-1)
    const number = last === undefined ? 1 : sequenceOf(last) + 1
    return `${String(number).padStart(6, '0')}-${generation}`
  }

  /** Flushes the names of the generations to the disk. */
  async sync(): Promise<void> {
    await syncDirectory(join(this.path, GENERATIONS))
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(join(this.path, GENERATIONS))
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return []
      throw new IndexError('damaged', `${this.path} cannot be read: ${reasonOf(cause)}`, { cause })
    }
  }
}

function sequenceOf(folder: string): number {
  return Number(FINISHED.exec(folder)?.[1] ?? 0)
}

function serialise({ folder, manifest, pinned }: Pointer): string {
  return `${JSON.stringify({ folder, manifest, pinned })}\n`
}
