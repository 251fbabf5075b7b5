import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { IndexError } from '../errors.ts'
import { codeOf, reasonOf, replaceDurably, syncDirectory, writing } from './durable-files.ts'

/**
 * The folder of an index:
 *
 *     current                    which generation is served: the one file that a switch replaces
 *     generations/000007-3f9a…/  a finished generation, never changed again
 *     generations/.building-…/   one that is being written, or that a killed build left behind
 *     lock                       held while one is written
 */
const GENERATIONS = 'generations'
const POINTER = 'current'
const BUILDING = '.building-'
const FINISHED = /^(\d{6,})-/

/** Which generation is served. */
export interface Pointer {
  /** Name of its folder. */
  readonly folder: string
  /** Chosen by a person (`--rollback`), so served although the corpus says something else by now. */
  readonly pinned: boolean
}

const pointerSchema = z.object({ folder: z.string().regex(/^[\w-]+$/), pinned: z.boolean() })

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
      return pointerSchema.parse(JSON.parse(text))
    } catch (cause) {
      throw new IndexError('damaged', `${this.pointerPath} does not name a generation`, { cause })
    }
  }

  /**
   * From now on this generation is served.
   *
   * @throws IndexError `unwritable`
   */
  async pointTo(pointer: Pointer): Promise<void> {
    await replaceDurably(this.pointerPath, `${JSON.stringify(pointer)}\n`)
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
   * Removes what killed builds left behind, and generations that are neither served nor the last one beside it: that
   * one is kept for a rollback. Only while the lock is held. What cannot be removed stays for the next time.
   */
  async prune(served: string | undefined): Promise<void> {
    const finished = await this.generations()
    const other = finished.findLast((name) => name !== served)
    const outdated = (await this.names()).filter((name) => name !== served && name !== other)
    for (const name of outdated) {
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
