import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file of dist/. */
export interface Output {
  /** Below the project, with forward slashes, e.g. `dist/node/cli.js`. */
  readonly path: string
  readonly contents: Uint8Array
}

/** Writes files so that a process that starts meanwhile finds each of them whole. */
export function writeOutputs(root: string, outputs: readonly Output[]): void {
  for (const { path, contents } of outputs) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
  }
}

/** Removes what builds long past have left in the folders of these files. */
export function removeOthers(root: string, keep: readonly string[]): void {
  const kept = new Set(keep)
  for (const folder of new Set(keep.map((path) => dirname(path)))) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isFile() && !kept.has(path)) rmSync(join(root, path), { force: true })
    }
  }
}
