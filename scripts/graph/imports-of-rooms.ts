import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ICruiseResult } from 'dependency-cruiser'

/** A process of its own, as what tsx does to CommonJS modules breaks the parser. */
const ARGUMENTS = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config=.dependency-cruiser.cjs',
  '--include-only=^src/',
  '--collapse=^src/[^/]+',
  '--output-type=json',
  'src',
]

/** What each room of src imports, by name and in order. A room is a folder, or a file beside them that puts some together. */
export type RoomImports = ReadonlyMap<string, readonly string[]>

/**
 * Reads the imports between the rooms of src. What all rooms share (`domain` and the files that import no room) is left
 * out.
 *
 * @param root folder of the project
 */
export async function importsOfRooms(root: string): Promise<RoomImports> {
  const { stdout } = await promisify(execFile)(process.execPath, ARGUMENTS, { cwd: root, maxBuffer: 2 ** 26 })
  const { modules } = JSON.parse(stdout) as ICruiseResult
  const all = new Map(
    modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]),
  )
  const isFolder = (path: string) => !path.includes('.') && path !== 'src/domain'
  const isRoom = (path: string) => isFolder(path) || all.get(path)?.some(isFolder)
  return new Map(
    [...all]
      .filter(([path]) => isRoom(path))
      .map(([path, imports]) => [nameOf(path), imports.filter(isRoom).map(nameOf).sort()] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )
}

function nameOf(path: string): string {
  return path.slice('src/'.length)
}
